package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.camel.spi.InflightRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A program has more time than WeChat, but not for ever. */
class SlowProgramTest {
  private static final int VIDEO = 10 * 1024 * 1024;

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.callback.idle-timeout", "1")
          .setting("wechat.gateway-api.max-time", "4");

  private final InflightRepository running = GATEWAY.context().getInflightRepository();

  @Test
  void an_upload_may_take_longer_than_a_callback() throws IOException {
    try (Socket slow = connect()) {
      slow.getOutputStream().write(head("POST", "/media?type=image", 200).getBytes(US_ASCII));
      await().pollDelay(Duration.ofMillis(2500)).until(() -> running.size("api-upload-media") == 1);
      slow.getOutputStream().write(" ".repeat(200).getBytes(US_ASCII));

      assertThat(new String(slow.getInputStream().readNBytes(12), US_ASCII))
          .isEqualTo("HTTP/1.1 400");
    }
  }

  @Test
  void an_upload_without_an_end_is_cut_off() throws IOException {
    try (Socket slow = connect()) {
      slow.getOutputStream().write(head("POST", "/media?type=image", 200).getBytes(US_ASCII));

      assertThat(slow.getInputStream().read()).isEqualTo(-1);
    }
    await().until(() -> running.size("api-upload-media") == 0);
  }

  @Test
  void a_file_that_nobody_reads_is_not_kept_for_ever() throws IOException {
    HttpResponse<byte[]> uploaded =
        new ApiClient(GATEWAY.uri(), ApiClient.DEMO)
            .send("POST", "/api/demo/media?type=video", ApiOperations.FORM, video());
    String mediaId = ApiClient.json(uploaded).path("media_id").asText();
    try (Socket deaf = connect()) {
      deaf.getOutputStream().write(head("GET", "/media/" + mediaId, 0).getBytes(US_ASCII));

      await().atMost(Duration.ofSeconds(15)).until(() -> isClosed(deaf));
    }
  }

  /** Of one whose answer nobody reads, only a write can tell. */
  private static boolean isClosed(Socket socket) {
    try {
      socket.getOutputStream().write('\n');
      return false;
    } catch (IOException closed) {
      return true;
    }
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096); // or the whole file would fit into it
    socket.setSoTimeout(15_000);
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), GATEWAY.uri().getPort()));
    return socket;
  }

  private static String head(String method, String path, int length) {
    return """
        %s /api/demo%s HTTP/1.1\r
        Host: h\r
        Authorization: %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        \r
        """
        .formatted(method, path, ApiClient.DEMO, ApiOperations.FORM, length);
  }

  private static byte[] video() throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.write(
        """
        --b\r
        Content-Disposition: form-data; name="media"; filename="a.mp4"\r
        \r
        """
            .getBytes(US_ASCII));
    form.write(ByteBuffer.allocate(VIDEO).putInt(24).put("ftypisom".getBytes(US_ASCII)).array());
    form.write("\r\n--b--\r\n".getBytes(US_ASCII));
    return form.toByteArray();
  }
}
