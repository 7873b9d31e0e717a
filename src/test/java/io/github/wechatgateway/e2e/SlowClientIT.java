package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.wechatgateway.e2e.SlowSenders.Request;
import io.github.wechatgateway.e2e.SlowSenders.Seen;
import io.github.wechatgateway.e2e.SteadyCallbacks.Answered;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that never end what they send, many at a time, are closed and disturb nobody. */
class SlowClientIT {
  private static final int OF_EACH = 1_000;
  private static final int FILES = 2 * OF_EACH + 500; // the process has others open as well
  private static final int PER_SECOND = 50;
  private static final Duration BEFORE = Duration.ofSeconds(10);
  private static final Duration LENGTH = Duration.ofSeconds(60);

  /** wechat.callback.idle-timeout, and half as long again. */
  private static final long CLOSED_WITHIN_MILLIS = 15_000;

  private static final long P99_MILLIS = 1_000;

  private final Vertx vertx = Vertx.vertx();

  @BeforeEach
  void enough_files_may_be_open() {
    long limit =
        ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
            .getMaxFileDescriptorCount();
    boolean enough = limit >= FILES;
    String needed = "ulimit -n is %d, %d are needed".formatted(limit, FILES);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(enough).as(needed).isTrue();
    }
    assumeTrue(enough, needed);
  }

  @Test
  void slow_headers_and_slow_bodies_are_closed_and_honest_callbacks_do_not_notice(
      @TempDir Path empty) throws Exception {
    Path folder = WorkingFolder.in(empty).path();
    Map<String, String> settings = Map.of("WECHAT_ACCOUNTS_DEMO_LATE_REPLY", "retries");
    try (GatewayProcess gateway = GatewayProcess.start(folder, settings)) {
      URI url = gateway.demo();
      SlowSenders headers = new SlowSenders(vertx, url, () -> slowHeaders(url));
      SlowSenders bodies = new SlowSenders(vertx, url, () -> slowBody(url));
      SteadyCallbacks honest = new SteadyCallbacks(url);

      List<Answered> before = honest.send(PER_SECOND, BEFORE);
      headers.begin(OF_EACH);
      bodies.begin(OF_EACH);
      List<Answered> meanwhile = honest.send(PER_SECOND, LENGTH);
      Seen slowHeaders = headers.end();
      Seen slowBodies = bodies.end();

      report("honest callbacks before, while the gateway is cold", before);
      report("honest callbacks meanwhile", meanwhile);
      System.out.printf("slow headers: %s%nslow bodies: %s%n", slowHeaders, slowBodies);
      assertClosedInTime(slowHeaders);
      assertClosedInTime(slowBodies);
      assertThat(meanwhile).extracting(Answered::xml).allMatch(xml -> xml.contains("您好"));
      assertThat(percentile(99, meanwhile)).isLessThan(P99_MILLIS);
      assertThat(gateway.log().lines())
          .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
    }
  }

  @AfterEach
  void end_the_clients() {
    vertx.close();
  }

  private static Request slowHeaders(URI url) {
    return new Request("", head(url) + "X-Slow: a");
  }

  /** Its signature fits, so that the body is waited for. */
  private static Request slowBody(URI url) {
    return new Request(head(url) + "Content-Length: 60000\r\n\r\n", "a");
  }

  private static String head(URI url) {
    URI signed = WeChatClient.withQuery(url, GatewayProcess.DEMO.signed());
    return "POST %s?%s HTTP/1.1\r\nHost: gateway\r\n"
        .formatted(signed.getPath(), signed.getRawQuery());
  }

  private static void assertClosedInTime(Seen slow) {
    assertThat(slow.longestMillis()).isLessThan(CLOSED_WITHIN_MILLIS);
    assertThat(slow.closed())
        .isGreaterThanOrEqualTo(
            Math.toIntExact(OF_EACH * (LENGTH.toMillis() / CLOSED_WITHIN_MILLIS)));
    assertThat(slow.refused()).isZero();
    assertThat(slow.answered()).isZero();
  }

  private static long percentile(int percent, List<Answered> answers) {
    return answers.stream()
        .map(Answered::millis)
        .sorted()
        .skip((answers.size() - 1L) * percent / 100)
        .findFirst()
        .orElseThrow();
  }

  private static void report(String what, List<Answered> answers) {
    System.out.printf(
        "%s: %d, p50 %d ms, p99 %d ms, max %d ms%n",
        what,
        answers.size(),
        percentile(50, answers),
        percentile(99, answers),
        percentile(100, answers));
  }
}
