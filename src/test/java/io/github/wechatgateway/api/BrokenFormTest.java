package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.LogLines;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.observe.LogApiFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import org.apache.camel.spi.InflightRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that is none is told at once, and leaves neither a file nor a line in the log. */
@Timeout(20)
class BrokenFormTest {
  private static final String PATH = "/api/demo/media?type=image";

  /** With room for one file: what is left takes it from the next. */
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().setting("wechat.media.max-spooled", "1");

  @RegisterExtension final LogLines log = new LogLines(LogApiFailure.class);

  @AfterEach
  void nothing_is_left() {
    assertThat(log.lines()).isEmpty();
    assertThat(upload(ApiOperations.FORM, form()).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 70_000, 1_000_000})
  void one_that_ends_before_its_file_does_is_refused(int more) {
    String file = "a".repeat(more);

    HttpResponse<byte[]> answer = upload(ApiOperations.FORM, headOfFile() + file);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(ApiClient.json(answer).path("detail").asText())
        .isEqualTo("body: a form that ends too early (expected: its last boundary)");
  }

  @Test
  void one_that_ends_too_early_is_forgotten_with_its_client() throws IOException {
    String body = headOfFile() + "half of it";
    InflightRepository running = GATEWAY.context().getInflightRepository();
    for (int i = 0; i < 20; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), GATEWAY.uri().getPort())) {
        socket.getOutputStream().write((head(body.length()) + body).getBytes(ISO_8859_1));
      }
    }

    await().until(() -> running.size("api-upload-media") == 0);
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/form-data; boundary=another",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary",
    "multipart/form-data; boundary=\"",
    "multipart/form-data;",
    "multipart/form-data",
    "multipart/form-dataX; boundary=b",
    "multipart/mixed; boundary=b",
  })
  void one_with_another_type_or_boundary_is_refused(String type) {
    assertThat(upload(type, form()).statusCode()).isEqualTo(400);
    assertThat(upload(type, "a".repeat(100_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void one_with_too_many_fields_is_refused() {
    String field = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";

    assertThat(upload(ApiOperations.FORM, field.repeat(300) + form()).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--b\r\nContent-Disposition: form-data\r\n\r\na\r\n--b--",
        "--b\r\n\r\na\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"\"; filename=\"\"\r\n\r\na\r\n--b--",
        "--b\r\nContent-Type: multipart/mixed\r\n\r\na\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"media\r\n\r\na\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=nonsense\r\n\r\na\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: nonsense\r\n\r\na\r\n--b--",
      })
  void one_that_cannot_be_read_is_refused(String body) {
    assertThat(upload(ApiOperations.FORM, body).statusCode()).isEqualTo(400);
  }

  private static HttpResponse<byte[]> upload(String type, String body) {
    return new ApiClient(GATEWAY.uri(), ApiClient.DEMO)
        .send("POST", PATH, type, body.getBytes(ISO_8859_1));
  }

  private static String form() {
    return new String(ApiOperations.form("a.png", ApiOperations.PNG), ISO_8859_1);
  }

  /** All of a form but the end of its file. */
  private static String headOfFile() {
    return form().replace("\r\n--b--\r\n", "");
  }

  private static String head(int length) {
    return """
        POST %s HTTP/1.1\r
        Host: h\r
        Authorization: %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        \r
        """
        .formatted(PATH, ApiClient.DEMO, ApiOperations.FORM, length);
  }
}
