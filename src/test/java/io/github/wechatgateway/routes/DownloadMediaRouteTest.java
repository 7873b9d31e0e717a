package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.wechat.WeChatAnswer;
import io.github.wechatgateway.wechat.WeChatCall;
import io.github.wechatgateway.wechat.media.BadMedia;
import java.nio.file.Files;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadMediaRouteTest {
  @RegisterExtension
  static final RouteUnderTest DOWNLOAD_MEDIA = new RouteUnderTest("wechat/download-media");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GIF89a | image/png | attachment; filename=\"a.gif\" | a.gif | image/gif", // content counts
        "GIF89a | text/plain | `` | id.gif | image/gif",
        "GIF89a | image/gif | attachment; filename=a.gif; filename*=utf-8''%E5%9B%BE+1.gif | 图+1.gif | image/gif",
        "GIF89a | image/gif | attachment; filename*=UTF-8''%ZZ | id.gif | image/gif",
        "GIF89a | image/gif | attachment; filename=\"../../etc/passwd\" | passwd.gif | image/gif",
        "speex | voice/speex | attachment; filename=\"a.speex\" | a.speex | voice/speex",
        "speex | text/plain | `` | id | application/octet-stream",
      })
  void a_file_has_a_safe_name_and_the_type_of_its_content(
      String content, String type, String disposition, String name, String contentType) {
    Exchange downloaded = download(content, type, disposition);

    assertThat(downloaded.getException()).isNull();
    assertThat(downloaded.getMessage().getHeaders())
        .containsOnlyKeys(Exchange.FILE_NAME, Exchange.CONTENT_TYPE)
        .containsEntry(Exchange.FILE_NAME, name)
        .containsEntry(Exchange.CONTENT_TYPE, contentType);
  }

  @Test
  void the_call_asks_for_the_id_in_the_body() {
    WeChatCall call = download("GIF89a", "", "").getProperty("call", WeChatCall.class);
    assertThat(call).hasToString("account=demo GET /cgi-bin/media/get");
    assertThat(call.query()).isEqualTo("media_id=id");
    assertThat(call.answerTo()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"video_url\":\"http://example.com/v\"}', video_url: the host example.com",
    "'{\"errcode\":0}', answer: JSON without video_url"
  })
  void json_that_leads_to_no_file_of_wechats_is_refused(String json, String why) {
    assertThat(download(json, "text/plain", "").getException())
        .isInstanceOf(BadMedia.class)
        .hasMessageContaining(why);
  }

  private static Exchange download(String content, String type, String disposition) {
    DOWNLOAD_MEDIA
        .mock("call-wechat")
        .whenAnyExchangeReceived(
            exchange -> {
              WeChatCall call = exchange.getMessage().getBody(WeChatCall.class);
              exchange.setProperty("call", call);
              exchange
                  .getMessage()
                  .setBody(
                      new WeChatAnswer(
                          200,
                          type,
                          disposition,
                          new byte[0],
                          Files.writeString(call.answerTo(), content)));
            });
    return DOWNLOAD_MEDIA.send(
        exchange -> {
          exchange.setProperty("wechatAccount", "demo");
          exchange.getMessage().setBody("id");
        });
  }
}
