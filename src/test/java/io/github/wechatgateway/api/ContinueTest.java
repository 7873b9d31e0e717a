package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that asks before it sends a body: RFC 9110, 10.1.1. */
class ContinueTest {
  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @ParameterizedTest
  @CsvSource({
    "/messages, application/json, 100-continue",
    "/messages, application/json, 100-Continue",
    "/media?type=image, multipart/form-data; boundary=b, 100-continue",
    "/wechat/cgi-bin/clear_quota, application/json, 100-continue",
  })
  void it_is_told_to_go_on_when_somebody_reads_it(String path, String type, String expect)
      throws IOException {
    try (Socket client = ask("HTTP/1.1", path, ApiClient.DEMO, type, expect, 2)) {
      assertThat(read(client, CONTINUE.length())).isEqualTo(CONTINUE);

      client.getOutputStream().write("{}".getBytes(UTF_8));
      assertThat(read(client, 9)).isEqualTo("HTTP/1.1 ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/messages, Bearer another, application/json, 2, 401",
    "/messages, Bearer demo-key-of-the-sandbox, application/json, 99000000, 413",
    "/media?type=image, Bearer demo-key-of-the-sandbox, application/json, 2, 400",
    "/wechat/cgi-bin/token, Bearer demo-key-of-the-sandbox, application/json, 2, 403",
  })
  void it_is_not_where_nobody_will(
      String path, String authorization, String type, int length, int status) throws IOException {
    try (Socket client = ask("HTTP/1.1", path, authorization, type, "100-continue", length)) {
      assertThat(read(client, 12)).isEqualTo("HTTP/1.1 " + status);
    }
  }

  @Test
  void one_of_http_1_0_knows_no_such_answer() throws IOException {
    try (Socket client =
        ask("HTTP/1.0", "/messages", ApiClient.DEMO, "application/json", "100-continue", 2)) {
      client.getOutputStream().write("{}".getBytes(UTF_8));

      assertThat(read(client, 12)).isEqualTo("HTTP/1.0 400");
    }
  }

  private static Socket ask(
      String version, String path, String authorization, String type, String expect, int length)
      throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), GATEWAY.uri().getPort());
    client.setSoTimeout(5_000);
    String head =
        """
        POST /api/demo%s %s\r
        Host: h\r
        Authorization: %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        Expect: %s\r
        \r
        """
            .formatted(path, version, authorization, type, length, expect);
    client.getOutputStream().write(head.getBytes(ISO_8859_1));
    return client;
  }

  private static String read(Socket client, int bytes) throws IOException {
    return new String(client.getInputStream().readNBytes(bytes), ISO_8859_1);
  }
}
