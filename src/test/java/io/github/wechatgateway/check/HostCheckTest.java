package io.github.wechatgateway.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.wechat.ApiAddress;
import io.github.wechatgateway.wechat.HostTrial;
import io.github.wechatgateway.wechat.ServerKey;
import io.github.wechatgateway.wechat.StubWeChat;
import io.github.wechatgateway.wechat.TrialLimits;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of hosts that answer, and of those that do not. */
class HostCheckTest {
  @Test
  void a_host_that_answers_is_right_whatever_it_answers() throws Exception {
    try (StubWeChat wechat =
        new StubWeChat((request, answer) -> StubWeChat.head(answer, "404 Not Found"))) {
      assertThat(line(wechat.uri())).startsWith("ok").endsWith(": 1 address, without TLS");
    }
  }

  @Test
  void a_certificate_that_nobody_trusts_is_explained(@TempDir Path folder) throws Exception {
    ServerKey key = ServerKey.of("localhost", folder);
    try (StubWeChat wechat =
        new StubWeChat(key.sockets(), (request, answer) -> StubWeChat.json(answer, "{}"))) {
      assertThat(line(wechat.https()))
          .startsWith("problem  host localhost (")
          .contains(": TLS: ", "unable to find valid certification path", "trust store");
    }
  }

  @Test
  void a_name_that_dns_does_not_know_is_told() {
    assertThat(line(URI.create("https://api.invalid")))
        .startsWith("problem  host api.invalid (")
        .contains("DNS: no address of api.invalid", "compare wechat.api.url");
  }

  @Test
  void a_port_where_nobody_listens_is_told() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertThat(line(URI.create("http://127.0.0.1:" + port)))
        .startsWith("problem")
        .contains("no answer: ", "firewall");
  }

  @Test
  void a_host_that_hangs_is_told_when_the_time_is_over() throws Exception {
    try (ServerSocket hangs = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Check check = new HostCheck(trial(uri(hangs))).of(uri(hangs));

      assertThat(Lines.of(List.of(check), Duration.ofMillis(500)).all().get(0))
          .startsWith("problem")
          .contains("not done within 0.5 s", "firewall");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, ok, within 2 s",
    "-5, 0, warning, 5 s ahead",
    "5, 0, warning, 5 s behind",
    "-60, 0, problem, 60 s ahead",
    "-10, 10, problem, wechat.callback.max-age"
  })
  void a_clock_that_is_off_is_told(int ahead, int maxAge, String level, String words)
      throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2026-01-11T00:00:00.500Z"), ZoneOffset.UTC);
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            clock.instant().plusSeconds(ahead).atZone(ZoneOffset.UTC));
    try (StubWeChat wechat =
        new StubWeChat((request, answer) -> StubWeChat.head(answer, "200 OK", "Date: " + date))) {
      ClockCheck check = new ClockCheck(trial(wechat.uri()), clock, maxAge);

      assertThat(Lines.of(List.of(check.of(wechat.uri()))).all().get(0))
          .startsWith(level)
          .contains(words);
    }
  }

  @Test
  void a_host_that_does_not_tell_its_time_is_a_warning() throws Exception {
    try (StubWeChat wechat =
        new StubWeChat((request, answer) -> StubWeChat.head(answer, "200 OK"))) {
      ClockCheck check = new ClockCheck(trial(wechat.uri()), Clock.systemUTC(), 0);

      assertThat(Lines.of(List.of(check.of(wechat.uri()))).all().get(0))
          .startsWith("warning  clock")
          .contains("does not tell its time");
    }
  }

  private static URI uri(ServerSocket server) {
    return URI.create("https://127.0.0.1:" + server.getLocalPort());
  }

  private static String line(URI host) {
    return Lines.of(List.of(new HostCheck(trial(host)).of(host))).all().get(0);
  }

  private static HostTrial trial(URI host) {
    return new HostTrial(new ApiAddress(List.of(host), Optional.empty()), TrialLimits.LIMITS);
  }
}
