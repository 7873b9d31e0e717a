package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no WeChat would answer. */
class HostileHostTest {
  private static final int MIB = 1024 * 1024;
  private static final byte[] BOMB = bomb();
  private static final StubWeChat WECHAT = new StubWeChat(HostileHostTest::answer);

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.api.url", WECHAT.uri().toString())
          .setting("wechat.api.retries", "0")
          .setting("wechat.api.response-timeout", "300")
          .setting("wechat.api.total-timeout", "600")
          .setting("wechat.api.max-calls", "20");

  @AfterAll
  static void close() throws IOException {
    WECHAT.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/slow/body, 'UNREACHABLE, InterruptedIOException: longer than wechat.api.total-timeout'",
    "/slow/head, 'UNREACHABLE, InterruptedIOException: longer than wechat.api.total-timeout'",
    "/silent, 'UNREACHABLE, SocketTimeoutException: Read timed out'",
    "/endless, 'UNREACHABLE, InterruptedIOException: more than wechat.api.max-answer bytes'",
    "/long, 'UNREACHABLE, InterruptedIOException: more than wechat.api.max-answer bytes'",
    "/bomb, 'UNREADABLE, status 200'",
    "/redirect, 'UNREADABLE, status 302'",
    "/java, 'UNREADABLE, status 200'",
    "/empty, 'UNREADABLE, status 200'",
  })
  void a_call_ends_and_says_why(String path, String end) {
    WeChatRefusal refusal = wechat().refused(path);

    assertThat(refusal.getMessage()).contains(end.substring(end.indexOf(", ") + 2));
    assertThat(refusal.reason().name()).isEqualTo(end.substring(0, end.indexOf(",")));
  }

  @Test
  void nobody_goes_where_a_redirect_leads() {
    wechat().refused("/redirect");

    assertThat(WECHAT.requests("/stolen")).isEmpty();
  }

  @Test
  void more_calls_than_an_account_may_have_are_refused_at_once() throws Exception {
    assertThat(wechat().atOnce(30, "/silent"))
        .extracting(Exchange::getException)
        .filteredOn(
            it -> it instanceof WeChatRefusal refused && refused.reason() == ErrCode.NO_ROOM)
        .hasSizeBetween(1, 10);
  }

  private static Caller wechat() {
    return new Caller(GATEWAY.context());
  }

  private static void answer(String request, OutputStream out)
      throws IOException, InterruptedException {
    switch (request.split("[ ?]")[1]) {
      case "/cgi-bin/stable_token" ->
          StubWeChat.json(out, "{\"access_token\":\"canaryAccessToken\",\"expires_in\":7200}");
      case "/slow/body" -> {
        StubWeChat.head(out, "200 OK", "Content-Length: 1000");
        trickle(out);
      }
      case "/slow/head" -> {
        out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
        trickle(out);
      }
      case "/silent" -> TimeUnit.SECONDS.sleep(3);
      case "/endless" -> {
        StubWeChat.head(out, "200 OK");
        for (int i = 0; i < 64; i++) {
          out.write(new byte[MIB]);
        }
      }
      case "/long" -> StubWeChat.json(out, " ".repeat(2 * MIB) + "{}");
      case "/bomb" -> {
        StubWeChat.head(out, "200 OK", "Content-Encoding: gzip");
        out.write(BOMB);
      }
      case "/redirect" -> StubWeChat.head(out, "302 Found", "Location: /stolen");
      case "/java" -> {
        StubWeChat.head(out, "200 OK", "Content-Type: application/x-java-serialized-object");
        out.write(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5});
      }
      default -> StubWeChat.head(out, "200 OK", "Content-Length: 0");
    }
  }

  private static void trickle(OutputStream out) throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      out.write('x');
      out.flush();
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static byte[] bomb() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 64; i++) {
        gzip.write(new byte[MIB]);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return packed.toByteArray();
  }
}
