package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in odd forms, of WeChat's and of what stands before it, byte by byte over HTTP. */
class UnusualAnswersTest {
  private static final String JSON = "{\"errcode\":0,\"errmsg\":\"好\"}";
  private static final StubWeChat WECHAT = new StubWeChat(UnusualAnswersTest::answer);

  /** Each by the path that gets it. */
  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("/gbk", head("200 OK", "Content-Type: text/html; charset=GBK") + JSON),
          Map.entry(
              "/nonsense", head("200 OK", "Content-Type: image/jpeg; charset=no-such") + JSON),
          Map.entry("/no-type", head("200 OK") + JSON),
          Map.entry("/mark", head("200 OK", "Content-Type: text/plain") + "\uFEFF" + JSON),
          Map.entry(
              "/chunked",
              head("200 OK", "Transfer-Encoding: chunked")
                  + "5\r\n{\"err\r\nc\r\ncode\":45015}\r\n0\r\n\r\n"),
          Map.entry(
              "/half-chunked", head("200 OK", "Transfer-Encoding: chunked") + "5\r\n{\"err\r\n"),
          Map.entry("/short", head("200 OK", "Content-Length: 99") + JSON),
          Map.entry("/no-content", head("204 No Content")),
          Map.entry("/forbidden", head("403 Forbidden") + "<html>"),
          Map.entry("/forbidden-json", head("403 Forbidden") + "{\"error\":\"forbidden\"}"),
          Map.entry("/precondition", head("412 Precondition Failed") + "{\"errcode\":45015}"),
          Map.entry("/early-hints", "HTTP/1.1 103 Early Hints\r\n\r\n" + head("200 OK") + JSON),
          Map.entry("/busy", head("503 Service Unavailable", "retry-after: 600") + "<html>"),
          Map.entry("/limit", head("429 Too Many Requests", "Retry-After: 600") + "{}"),
          Map.entry("/soon", head("503 Service Unavailable", "Retry-After: 0") + "<html>"),
          Map.entry(
              "/date",
              head("503 Service Unavailable", "Retry-After: Wed, 21 Oct 2099 07:28:00 GMT")));

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.api.url", WECHAT.uri().toString())
          .setting("wechat.api.retries", "1")
          .setting("wechat.api.retry-delay", "1")
          .setting("wechat.api.response-timeout", "500");

  @AfterAll
  static void close() throws IOException {
    WECHAT.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gbk", "/nonsense", "/no-type", "/mark", "/early-hints"})
  void json_in_utf_8_is_taken_whatever_is_said_about_it(String path) throws Exception {
    assertThat(wechat().get(path)).endsWith(JSON);
  }

  @ParameterizedTest
  @CsvSource({
    "/chunked, OUTSIDE_WINDOW, 1",
    "/precondition, OUTSIDE_WINDOW, 1",
    "/half-chunked, UNREACHABLE, 2",
    "/short, UNREACHABLE, 2",
    "/no-content, UNREADABLE, 2",
    "/gzip, UNREADABLE, 2",
    "/forbidden, UNREADABLE, 2",
    "/forbidden-json, UNREADABLE, 2",
    "/soon, UNREADABLE, 2",
    "/date, UNREADABLE, 2",
  })
  void a_call_ends_after_so_many_requests(String path, ErrCode end, int requests) {
    assertThat(wechat().refused(path).reason()).isEqualTo(end);

    assertThat(WECHAT.requests(path + "?")).hasSize(requests);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/busy", "/limit"})
  void a_long_retry_after_stops_this_call_and_the_next(String path) {
    wechat().refused(path);

    assertThat(wechat().refused(path).getMessage()).contains("status ", "no call before ");
    assertThat(WECHAT.requests(path + "?")).hasSize(1);
  }

  private static Caller wechat() {
    return new Caller(GATEWAY.context());
  }

  private static void answer(String request, OutputStream out) throws IOException {
    String path = request.split("[ ?]")[1];
    if (path.equals("/cgi-bin/stable_token")) {
      StubWeChat.json(out, "{\"access_token\":\"canaryAccessToken\",\"expires_in\":7200}");
    } else if (path.equals("/gzip")) {
      out.write(head("200 OK", "Content-Encoding: gzip").getBytes(ISO_8859_1));
      out.write(packed(JSON));
    } else {
      out.write(ANSWERS.getOrDefault(path, "").getBytes(UTF_8));
    }
  }

  private static String head(String status, String... headers) {
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + lines + "\r\n";
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }
}
