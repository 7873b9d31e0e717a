package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.InflightRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each account has room of its own for files, enough for many calls at once. */
class SpoolOfAccountTest {
  private static final String HANGING = "/cgi-bin/clear_quota";

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.accounts.other.app-id", "wxother0000000000")
          .setting("wechat.accounts.other.app-secret", "secret")
          .setting("wechat.accounts.other.token", "token")
          .setting("camel.main.shutdownTimeout", "1"); // for calls that WeChat never answers

  private final InflightRepository running = GATEWAY.context().getInflightRepository();

  @Test
  @Timeout(60)
  void three_hundred_relayed_calls_that_hang_are_taken_and_another_account_does_not_wait()
      throws IOException {
    GATEWAY.fault(Map.of("path", HANGING, "hang", true, "times", 1000));
    List<Socket> hanging = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        hanging.add(send(i < 200 ? "GET" : "POST"));
      }
      await().until(() -> running.size("api-relay") == 300);

      ApiClient client = new ApiClient(GATEWAY.uri(), ApiClient.DEMO);
      assertThat(client.get("/api/other/wechat/cgi-bin/getcallbackip").statusCode()).isEqualTo(200);
      assertThat(running.size("api-relay")).isEqualTo(300);
    } finally {
      for (Socket socket : hanging) {
        socket.close();
      }
    }
  }

  private static Socket send(String method) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), GATEWAY.uri().getPort());
    String request =
        """
        %s /api/demo/wechat%s HTTP/1.1\r
        Host: h\r
        Authorization: %s\r
        Content-Length: 2\r
        \r
        {}"""
            .formatted(method, HANGING, ApiClient.DEMO);
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }
}
