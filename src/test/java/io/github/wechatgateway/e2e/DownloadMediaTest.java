package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.GatewayForTests;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.wechat.ErrCode;
import io.github.wechatgateway.wechat.WeChatRefusal;
import io.github.wechatgateway.wechat.media.BadMedia;
import io.github.wechatgateway.wechat.media.MediaDownload;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code direct:download-media} leaves for the rest of a route. */
class DownloadMediaTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final AtomicReference<Downloaded> SEEN = new AtomicReference<>();

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.api.retries", "0")
          .setting("wechat.media.response-timeout", "1000");

  /** What the rest of the route sees of a file. */
  private record Downloaded(String content, String name, String type, File file) {}

  @BeforeAll
  static void addRoute() throws Exception {
    CamelContext context = GATEWAY.context();
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:save").to("direct:download-media").process(DownloadMediaTest::look);
          }
        });
  }

  private static void look(Exchange exchange) throws IOException {
    File file = exchange.getMessage().getBody(File.class);
    SEEN.set(
        new Downloaded(
            Files.readString(file.toPath(), ISO_8859_1),
            exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class),
            exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class),
            file));
  }

  @ParameterizedTest
  @CsvSource({
    "image, GIF89a of a user, gif, image/gif",
    "voice, '#!AMR\n<', amr, audio/amr",
    "video, '\0\0\0\u0018ftypmp42 of a user', mp4, video/mp4"
  })
  void a_file_of_a_user_is_there_with_name_and_type(
      String type, String content, String extension, String contentType) throws Exception {
    String mediaId = ofUser(type, content);

    assertThat(download(mediaId).getException()).isNull();

    assertThat(SEEN.get().content()).isEqualTo(content);
    assertThat(SEEN.get().name()).endsWith("." + extension);
    assertThat(SEEN.get().type()).isEqualTo(contentType);
  }

  @Test
  void a_recording_of_a_web_page_comes_in_its_own_quality() throws Exception {
    String mediaId = ofUser("recording", "Speex of 16 kHz");

    assertThat(download(new MediaDownload(mediaId, true)).getException()).isNull();

    assertThat(SEEN.get().content()).isEqualTo("Speex of 16 kHz");
  }

  @Test
  void nothing_is_left_when_the_exchange_has_ended() throws Exception {
    download(ofUser("image", "GIF89a"));

    assertThat(SEEN.get().file()).doesNotExist();
    try (Stream<Path> spooled = Files.list(Path.of(GatewayForTests.SPOOL))) {
      assertThat(spooled).doesNotContain(SEEN.get().file().toPath());
    }
  }

  @Test
  void a_file_that_is_gone_is_an_error_though_wechat_says_200() {
    assertThat(download("no-such-id").getException())
        .isInstanceOfSatisfying(
            WeChatRefusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(ErrCode.BAD_MEDIA_ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../token", "x&media_id=y", "x?y"})
  void what_is_no_media_id_never_leaves(String mediaId) {
    assertThat(download(mediaId).getException())
        .isInstanceOf(BadMedia.class)
        .hasMessageStartingWith("media_id: another shape (expected: ");
  }

  @ParameterizedTest
  @CsvSource({
    "status, 502, UNREADABLE",
    "html, true, UNREADABLE",
    "reset, true, UNREACHABLE",
    "truncate, true, UNREACHABLE",
    "hang, true, UNREACHABLE"
  })
  void what_is_no_file_is_never_taken_for_one(String fault, String value, ErrCode reason)
      throws Exception {
    String mediaId = ofUser("image", "GIF89a of a user");
    Map<String, Object> what = new HashMap<>(Map.of("path", "/cgi-bin/media/get", "times", 1));
    what.put(fault, value.equals("true") ? true : Integer.valueOf(value));
    GATEWAY.fault(what);

    assertThat(download(mediaId).getException())
        .isInstanceOfSatisfying(
            WeChatRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private static Exchange download(Object body) {
    return GATEWAY
        .context()
        .createProducerTemplate()
        .request(
            "direct:save",
            exchange -> {
              exchange.setProperty("wechatAccount", "demo");
              exchange.getMessage().setBody(body);
            });
  }

  private static String ofUser(String type, String content) throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(GATEWAY.uri().resolve("/sandbox/media?type=" + type))
            .POST(BodyPublishers.ofString(content, ISO_8859_1))
            .build();
    String json = HTTP.send(post, BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(json).path("media_id").asText();
  }
}
