package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Bodies are bounded, and the client that sends one too long is told so, even while it sends. */
class OversizeTest {
  private static final int LIMIT = 65_536;
  private static final int FAR_TOO_LONG = 20_000_000;

  private final WeChatClient wechat = new WeChatClient();

  @Test
  void a_body_of_just_the_limit_is_read() {
    String body = " ".repeat(LIMIT - 6) + "<xml/>";

    assertThat(wechat.postPlain(RunningGateway.url("plain"), body).statusCode()).isEqualTo(400);
  }

  @Test
  void a_body_that_is_longer_is_refused() {
    String body = " ".repeat(LIMIT - 5) + "<xml/>";

    assertThat(wechat.postPlain(RunningGateway.url("plain"), body).statusCode()).isEqualTo(413);
  }

  @Test
  void a_length_that_is_too_long_is_refused_before_the_body_comes() throws IOException {
    assertThat(answerTo("Content-Length: " + FAR_TOO_LONG, out -> {})).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void a_client_that_goes_on_sending_reads_the_refusal() throws IOException {
    assertThat(answerTo("Content-Length: " + FAR_TOO_LONG, out -> send(out, FAR_TOO_LONG)))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void chunks_without_an_end_are_cut_at_the_limit() throws IOException {
    assertThat(
            answerTo(
                "Transfer-Encoding: chunked",
                out -> {
                  for (int i = 0; i < 100; i++) {
                    out.write("2000\r\n".getBytes(US_ASCII));
                    send(out, 0x2000);
                    out.write("\r\n".getBytes(US_ASCII));
                  }
                }))
        .startsWith("HTTP/1.1 413 ");
  }

  private String answerTo(String lengthHeader, Body body) throws IOException {
    URI url = WeChatClient.withQuery(RunningGateway.url("plain"), wechat.signed());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      String head =
          "POST %s?%s HTTP/1.1\r\nHost: test\r\n%s\r\n\r\n"
              .formatted(url.getPath(), url.getRawQuery(), lengthHeader);
      out.write(head.getBytes(US_ASCII));
      body.sendTo(out);
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(13), US_ASCII);
    }
  }

  private static void send(OutputStream out, int bytes) throws IOException {
    byte[] block = new byte[0x2000];
    for (int sent = 0; sent < bytes; sent += block.length) {
      out.write(block, 0, Math.min(block.length, bytes - sent));
    }
  }

  private interface Body {
    void sendTo(OutputStream out) throws IOException;
  }
}
