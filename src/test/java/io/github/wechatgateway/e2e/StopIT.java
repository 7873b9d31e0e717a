package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.GatewayForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while tries wait for their handlers: each gets its answer, and the log no complaint. */
class StopIT {
  private static final int TRIES = 100;
  private static final Duration WAIT = Duration.ofSeconds(3);
  private static final Duration TO_END = Duration.ofSeconds(9);
  private static final Duration FAR_TOO_LONG = Duration.ofMinutes(1);
  private static final Duration TO_GIVE_UP = Duration.ofSeconds(12); // camel.main.shutdownTimeout=8
  private static final String NO_ANSWER = "";
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private WorkingFolder folder;

  @BeforeEach
  void copy_config_and_routes(@TempDir Path empty) throws IOException {
    folder = WorkingFolder.in(empty);
  }

  @Test
  void all_who_wait_for_handlers_without_a_thread_are_answered() throws IOException {
    SlowText.putInto(folder, WAIT, false);

    assertThatAllAreAnswered();
  }

  @Test
  void all_who_wait_for_handlers_that_block_are_answered() throws IOException {
    SlowText.putInto(folder, WAIT, true);

    assertThatAllAreAnswered();
  }

  @Test
  void a_handler_that_does_not_end_is_not_waited_for() throws IOException {
    SlowText.putInto(folder, FAR_TOO_LONG, true);
    try (GatewayProcess gateway = start()) {
      CompletableFuture<String> answer = ask(gateway.demo(), false);
      await().until(() -> SlowText.begun(gateway) == 1);

      gateway.terminate();

      assertThat(gateway.end(TO_GIVE_UP)).isEqualTo(143);
      assertThat(answer.join()).isEqualTo(Delivery.NO_ANSWER); // so WeChat asks again
      assertThat(gateway.log()).doesNotContain(Xml.USER);
    }
  }

  @Test
  void readiness_goes_down_first_and_messages_are_still_handled() throws IOException {
    Management management = new Management(GatewayForTests.freePort());
    Map<String, String> settings =
        Map.of("WECHAT_MANAGEMENT_LISTEN", "" + management.port(), "WECHAT_STOP_NOTICE", "3");
    try (GatewayProcess gateway = GatewayProcess.start(folder.path(), settings)) {
      await().until(management::isReady);
      assertThat(image(gateway.demo())).startsWith("HTTP/1.1 200 "); // or it would be slow at first

      gateway.terminate();

      await().until(() -> management.ready().statusCode() == 503);
      assertThat(ask(gateway.demo(), false).join()).contains("<Content>");
      assertThat(gateway.end(TO_END)).isEqualTo(143);
    }
  }

  private void assertThatAllAreAnswered() {
    try (GatewayProcess gateway = start()) {
      URI demo = gateway.demo();
      List<CompletableFuture<String>> answers =
          IntStream.range(0, TRIES).mapToObj(i -> ask(demo, i % 3 == 0)).toList();
      await().until(() -> SlowText.begun(gateway) == TRIES);
      assertThat(answers).as("before the signal").noneMatch(CompletableFuture::isDone);

      gateway.terminate();
      CompletableFuture<List<String>> meanwhile =
          CompletableFuture.supplyAsync(() -> statusesUntilItEnds(gateway), THREADS);

      assertThat(gateway.end(TO_END)).isEqualTo(143);
      assertThat(answers)
          .extracting(CompletableFuture::join)
          .allMatch(xml -> Xml.text(xml, "Content").equals(SlowText.ANSWER));
      assertThat(meanwhile.join()).isSubsetOf("HTTP/1.1 200 ", "HTTP/1.1 503 ", NO_ANSWER);
      assertThat(gateway.log().lines())
          .anyMatch(line -> line.endsWith("shutdown"))
          .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
    }
  }

  private GatewayProcess start() {
    String threads = Integer.toString(2 * TRIES); // one kind of message gets half of them
    Map<String, String> settings =
        Map.of("WECHAT_HANDLERS_THREADS", threads, "WECHAT_ACCOUNTS_DEMO_LATE_REPLY", "retries");
    GatewayProcess gateway = GatewayProcess.start(folder.path(), settings);
    URI demo = gateway.demo();
    IntStream.range(0, TRIES).forEach(i -> image(demo)); // or it would be slow at first
    return gateway;
  }

  private static CompletableFuture<String> ask(URI demo, boolean encrypted) {
    String xml = Xml.text("hi");
    return encrypted
        ? CompletableFuture.supplyAsync(() -> GatewayProcess.DEMO.postSafe(demo, xml), THREADS)
            .thenApply(answer -> GatewayProcess.DEMO.opened(answer.body()))
        : Delivery.of(GatewayProcess.DEMO, demo, xml).tryAsync();
  }

  /** What others get who come too late, one after the other. */
  private static List<String> statusesUntilItEnds(GatewayProcess gateway) {
    URI demo = gateway.demo();
    List<String> statuses = new ArrayList<>();
    while (gateway.isAlive()) {
      statuses.add(image(demo));
    }
    return statuses;
  }

  private static String image(URI demo) {
    String xml = Xml.message("image", "<PicUrl>p</PicUrl><MediaId>m</MediaId>");
    String query = WeChatClient.withQuery(demo, GatewayProcess.DEMO.signed()).getRawQuery();
    try {
      return RawHttp.post(demo, query, xml.length(), xml);
    } catch (UncheckedIOException refusedOrReset) {
      return NO_ANSWER;
    }
  }
}
