package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.LogLines;
import io.github.wechatgateway.claim.RenderReply;
import io.github.wechatgateway.junit.Delivered;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.message.Text;
import io.github.wechatgateway.sandbox.api.MediaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies that name a file: the gateway takes it to WeChat. */
class ReplyFileTest {
  @TempDir private static Path folder;

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.media.folders", "config/replies, target/reply-files")
          .handler("on-text", ReplyFileTest::reply);

  @RegisterExtension final LogLines log = new LogLines(RenderReply.class);

  private static final Path FILES = Path.of("target", "reply-files");

  /** A text is the type and the name of the file to answer with. */
  private static void reply(Exchange exchange) {
    String[] wanted = exchange.getMessage().getBody(Text.class).content().split(" ");
    String field = wanted[0].equals("music") ? "thumb_file" : "file";
    exchange
        .getMessage()
        .setBody(Map.of("msgtype", wanted[0], wanted[0], Map.of(field, wanted[1])));
  }

  @BeforeAll
  static void write() throws IOException {
    Files.createDirectories(FILES);
    Files.write(FILES.resolve("图片.png"), MediaFiles.png());
    Files.write(FILES.resolve("copy.png"), MediaFiles.png());
    Files.write(FILES.resolve("again.png"), MediaFiles.gif());
    Files.write(FILES.resolve("voice.amr"), MediaFiles.amr(50));
    Files.write(FILES.resolve("film.mp4"), MediaFiles.mp4());
    Files.write(FILES.resolve("thumb.jpg"), MediaFiles.jpeg());
    Files.write(FILES.resolve("long.amr"), MediaFiles.amr(3001));
    Files.writeString(FILES.resolve("words.png"), "no picture");
    Files.write(folder.resolve("elsewhere.png"), MediaFiles.png());
    Files.deleteIfExists(FILES.resolve("link.png"));
    Files.createSymbolicLink(FILES.resolve("link.png"), folder.resolve("elsewhere.png"));
  }

  @ParameterizedTest
  @CsvSource({
    "image 图片.png, Image/MediaId",
    "voice voice.amr, Voice/MediaId",
    "video film.mp4, Video/MediaId",
    "music thumb.jpg, Music/ThumbMediaId"
  })
  void the_user_sees_a_file_of_each_kind(String reply, String id) {
    assertThat(text(reply).reply(id)).isNotEmpty();
  }

  @Test
  void a_file_goes_to_wechat_once_whatever_it_is_called() {
    String mediaId = text("image 图片.png").reply("Image/MediaId");

    assertThat(text("image 图片.png").reply("Image/MediaId")).isEqualTo(mediaId);
    assertThat(text("image copy.png").reply("Image/MediaId")).isEqualTo(mediaId);
  }

  @Test
  void a_file_that_has_changed_is_another() throws IOException {
    Path file = FILES.resolve("changing.png");
    Files.write(file, MediaFiles.png());
    String before = text("image changing.png").reply("Image/MediaId");

    Files.write(file, MediaFiles.jpeg());

    assertThat(text("image changing.png").reply("Image/MediaId")).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "image words.png, 'image.file: begins with 6E 6F 20 70 (expected: jpg, png, gif for type image)'",
    "voice long.amr, 'voice.file: plays 60.02 seconds (expected: at most 60 seconds for type voice)'",
    "image none.png, 'image.file: not there (expected: its path from the working folder, below one of'",
    "image link.png, 'image.file: not there'",
    "image ../classes/log4j2.png, 'image.file: not there'",
    "image ../../pom.xml, 'image.file: not there'",
  })
  void one_that_is_no_such_media_is_not_sent_and_the_log_says_why(String reply, String why) {
    text(reply).isNothing();

    assertThat(log.lines())
        .anyMatch(
            line -> line.contains("handler=on-text: its reply is not sent") && line.contains(why));
  }

  @Test
  void customer_service_sends_files_too_and_again_when_wechat_has_thrown_them_away() {
    String user = "oSandboxUser2";
    write(user);
    Exchange sent = send(user, "again.png");
    assertThat(sent.getException()).isNull();

    GATEWAY.advance(Duration.ofDays(4));
    write(user);
    List<CompletableFuture<Exchange>> again =
        IntStream.range(0, 4).mapToObj(i -> sending(user, "again.png")).toList();

    assertThat(again).map(CompletableFuture::join).allMatch(it -> it.getException() == null);
    List<String> ids =
        GATEWAY.sentTo(user).stream().map(it -> it.at("/image/media_id").asText()).toList();
    assertThat(ids).hasSize(5);
    assertThat(Set.copyOf(ids)).hasSize(2);
  }

  /** Whoever writes may be sent messages. */
  private static void write(String user) {
    String picture = "image " + FILES.resolve("copy.png");
    Map<String, String> text = Map.of("MsgType", "text", "Content", picture);
    GATEWAY.deliverAs(Map.of("user", user, "message", text));
  }

  private static Exchange send(String user, String file) {
    return sending(user, file).join();
  }

  private static CompletableFuture<Exchange> sending(String user, String file) {
    Map<String, String> image = Map.of("file", FILES.resolve(file).toString());
    Exchange exchange = new DefaultExchange(GATEWAY.context());
    exchange.setProperty("wechatAccount", "demo");
    exchange.setProperty("wechatUser", user);
    exchange.getMessage().setBody(Map.of("msgtype", "image", "image", image));
    return GATEWAY.context().createProducerTemplate().asyncSend("direct:send-message", exchange);
  }

  private static Delivered text(String reply) {
    String[] parts = reply.split(" ");
    return GATEWAY.text(parts[0] + " " + FILES.resolve(parts[1]));
  }
}
