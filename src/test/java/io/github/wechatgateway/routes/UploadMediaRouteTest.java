package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.wechat.CallBody;
import io.github.wechatgateway.wechat.WeChatAnswer;
import io.github.wechatgateway.wechat.WeChatCall;
import io.github.wechatgateway.wechat.media.BadMedia;
import io.github.wechatgateway.wechat.media.MediaType;
import io.github.wechatgateway.wechat.media.MediaUpload;
import io.github.wechatgateway.wechat.media.UploadedMedia;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadMediaRouteTest {
  @RegisterExtension
  static final RouteUnderTest UPLOAD_MEDIA = new RouteUnderTest("wechat/upload-media");

  @TempDir private Path folder;

  @Test
  void a_file_is_posted_as_its_type_under_a_name_with_an_extension() throws Exception {
    answer("{\"type\":\"image\",\"media_id\":\"id\",\"created_at\":1717200000}");

    Exchange uploaded = upload("GIF89a");

    assertThat(uploaded.getMessage().getBody())
        .isEqualTo(new UploadedMedia(MediaType.IMAGE, "id", 1717200000));
    WeChatCall call = uploaded.getProperty("call", WeChatCall.class);
    assertThat(call.path()).isEqualTo("/cgi-bin/media/upload");
    assertThat(call.query()).isEqualTo("type=image");
    assertThat(call.body())
        .isEqualTo(new CallBody.Form("图.gif", "image/gif", folder.resolve("file")));
  }

  @Test
  void the_id_of_a_thumb_may_go_by_another_name() throws Exception {
    answer("{\"type\":\"thumb\",\"thumb_media_id\":\"id\",\"created_at\":1}");

    assertThat(upload("GIF89a").getMessage().getBody(UploadedMedia.class).mediaId())
        .isEqualTo("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"type\":\"image\"}"})
  void an_answer_without_an_id_is_none(String answer) throws Exception {
    answer(answer);

    assertThat(upload("GIF89a").getException()).isInstanceOf(BadMedia.class);
  }

  @Test
  void what_wechat_would_refuse_never_leaves() throws Exception {
    assertThat(upload("no picture").getException()).isInstanceOf(BadMedia.class);
    assertThat(UPLOAD_MEDIA.mock("call-wechat").getExchanges()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "image, pom.xml, not there",
    "image, config/replies, no file",
    "gif, config/replies/voice.txt, unknown",
    "image, config/replies/voice.txt, begins with"
  })
  void a_route_names_a_file_of_the_folders_for_it(String type, String file, String found) {
    Exchange uploaded =
        UPLOAD_MEDIA.send(
            exchange -> exchange.getMessage().setBody(Map.of("type", type, "file", file)));

    assertThat(uploaded.getException()).isInstanceOf(BadMedia.class).hasMessageContaining(found);
  }

  private Exchange upload(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), content);
    return UPLOAD_MEDIA.send(
        exchange -> {
          exchange.setProperty("wechatAccount", "demo");
          exchange.getMessage().setBody(new MediaUpload(MediaType.IMAGE, "图", file));
        });
  }

  private static void answer(String json) {
    UPLOAD_MEDIA
        .mock("call-wechat")
        .whenAnyExchangeReceived(
            exchange -> {
              exchange.setProperty("call", exchange.getMessage().getBody());
              exchange
                  .getMessage()
                  .setBody(
                      WeChatAnswer.of(200, "text/plain", json.getBytes(StandardCharsets.UTF_8)));
            });
  }
}
