package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What WeChat reads of a call with a file, byte by byte. */
class UploadRequestTest {
  private static final StubWeChat WECHAT = new StubWeChat(UploadRequestTest::answer);

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().setting("wechat.api.url", WECHAT.uri().toString());

  private final Path folder;
  private final Path file;

  UploadRequestTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.file = Files.writeString(folder.resolve("file"), "GIF89a 您好");
  }

  private static void answer(String request, OutputStream out) throws IOException {
    boolean token = request.contains("/cgi-bin/stable_token");
    boolean refused = request.contains("refused") && WECHAT.requests("refused").size() == 1;
    StubWeChat.json(
        out,
        token
            ? "{\"access_token\":\"t\",\"expires_in\":7200}"
            : "{\"errcode\":%d}".formatted(refused ? 42001 : 0));
  }

  @AfterAll
  static void close() throws IOException {
    WECHAT.close();
  }

  @Test
  void a_form_has_the_part_media_with_a_plain_name_and_a_length() {
    call(
        WeChatCall.upload(
            "demo", "/form", "type=image", new CallBody.Form("图.gif", "image/gif", file)));

    String request = WECHAT.requests("/form").get(0);
    assertThat(request.lines().findFirst())
        .hasValue("POST /form?type=image&access_token=t HTTP/1.1");
    assertThat(WECHAT.head("/form"))
        .containsPattern("\nContent-Type: multipart/form-data; boundary=[A-Za-z0-9-]+\n");
    assertThat(request)
        .containsPattern("\n--([A-Za-z0-9_-]+)\r\n")
        .contains("Content-Disposition: form-data; name=\"media\"; filename=\"图.gif\"\r\n")
        .contains("Content-Type: image/gif\r\n")
        .contains("\r\n\r\nGIF89a 您好\r\n--");
  }

  @Test
  void a_body_in_a_file_goes_as_it_is() {
    call(
        WeChatCall.relayed(
            "demo",
            "POST",
            "/content",
            "",
            new CallBody.Content("multipart/form-data; boundary=a:b=c", file),
            folder.resolve("answer")));

    assertThat(WECHAT.requests("/content").get(0)).endsWith("\nGIF89a 您好");
    assertThat(WECHAT.head("/content"))
        .contains("Content-Type: multipart/form-data; boundary=a:b=c\n");
  }

  @Test
  void a_file_is_read_again_when_the_call_is_repeated() {
    call(WeChatCall.upload("demo", "/refused", "", new CallBody.Form("a.gif", "image/gif", file)));

    assertThat(WECHAT.requests("/refused")).hasSize(2).allMatch(it -> it.contains("GIF89a 您好"));
  }

  private static void call(WeChatCall call) {
    Exchange called =
        GATEWAY
            .context()
            .createProducerTemplate()
            .request("direct:call-wechat", exchange -> exchange.getMessage().setBody(call));
    assertThat(called.getException()).isNull();
  }
}
