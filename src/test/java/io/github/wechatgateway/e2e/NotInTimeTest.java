package io.github.wechatgateway.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.message.Text;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of the tries of a message whose answer is not there in its budget, or whose handler
 * fails or finds no room: the table of docs/handlers.md. The tries that {@code retries} leaves open
 * until WeChat's next one are in {@link TriesTest}, its kept answers in {@link KeptForLaterTest}.
 */
@Execution(ExecutionMode.CONCURRENT)
class NotInTimeTest {
  private static final Duration BUDGET = Duration.ofMillis(900);

  @RegisterExtension static final GatewayExtension SERVICE = gateway("customer-service", 100);

  @RegisterExtension static final GatewayExtension RETRIES = gateway("retries", 100);

  @RegisterExtension static final GatewayExtension FULL_SERVICE = gateway("customer-service", 1);

  @RegisterExtension static final GatewayExtension FULL_RETRIES = gateway("retries", 1);

  private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();
  private static final Queue<String> RUNS = new ConcurrentLinkedQueue<>();

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String USER = "oSandboxUser1";

  private final String name = "message " + NUMBERS.incrementAndGet() + ".";
  private final String other = "other than " + name;

  /** WeChat takes messages for those alone who have written. */
  @BeforeAll
  static void write_once() {
    Stream.of(SERVICE, RETRIES, FULL_SERVICE, FULL_RETRIES).forEach(gateway -> gateway.text("hi"));
  }

  @Test
  void with_customer_service_all_who_wait_are_answered_empty_when_it_is_on_disk() {
    Delivery message = message(SERVICE, "wait ");
    CompletableFuture<String> first = message.tryAsync();
    CompletableFuture<String> second = message.tryAsync();

    assertThat(first).succeedsWithin(4, SECONDS).isEqualTo("");
    assertThat(second).succeedsWithin(4, SECONDS).isEqualTo("");
    open();
  }

  @Test
  void with_customer_service_later_tries_are_answered_empty_at_once() {
    Delivery message = message(SERVICE, "wait ");
    assertThat(message.tryOnce()).isEmpty();

    assertThat(message.tryAsync()).succeedsWithin(BUDGET.dividedBy(2)).isEqualTo("");
    assertThat(message.tryAsync()).succeedsWithin(BUDGET.dividedBy(2)).isEqualTo("");
    open();
  }

  @Test
  void with_customer_service_the_answer_follows_once() {
    message(SERVICE, "wait ").tryOnce();

    open();

    awaitSent(SERVICE);
    await().during(2, SECONDS).until(() -> sent(SERVICE).size() == 1);
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void with_customer_service_a_handler_that_fails_is_answered_empty_at_once_and_run_again() {
    assertThat(message(SERVICE, "fail ").tryAsync())
        .succeedsWithin(BUDGET.dividedBy(2))
        .isEqualTo("");

    awaitSent(SERVICE);
    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void with_retries_a_try_is_left_open_beyond_its_budget_and_answered_when_the_answer_is_there() {
    CompletableFuture<String> waits = message(RETRIES, "wait ").tryAsync();
    await().during(BUDGET.multipliedBy(2)).until(() -> !waits.isDone());

    open();

    assertThat(waits).succeedsWithin(2, SECONDS).asString().contains("answer to " + name);
    assertThat(sent(RETRIES)).isEmpty();
  }

  @Test
  void with_retries_a_handler_that_fails_is_run_again_by_the_next_try() {
    Delivery message = message(RETRIES, "fail ");

    assertThat(message.deliver())
        .satisfiesExactly(
            one -> assertThat(one).isEqualTo(Delivery.NO_ANSWER),
            two -> assertThat(two).contains("answer to " + name));
    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void with_customer_service_one_that_finds_no_room_is_answered_empty_at_once_and_handled_later() {
    CompletableFuture<String> busy = occupy(FULL_SERVICE);

    assertThat(message(FULL_SERVICE, "").tryAsync())
        .succeedsWithin(BUDGET.dividedBy(2))
        .isEqualTo("");
    assertThat(runs()).isZero();
    open(other);

    awaitSent(FULL_SERVICE);
    assertThat(runs()).isEqualTo(1);
    busy.join();
  }

  @Test
  void with_retries_one_that_finds_no_room_is_handled_by_its_next_try() {
    CompletableFuture<String> busy = occupy(FULL_RETRIES);
    CompletableFuture<List<String>> tries =
        CompletableFuture.supplyAsync(() -> message(FULL_RETRIES, "").deliver());
    await().during(BUDGET.multipliedBy(2)).until(() -> !tries.isDone());
    assertThat(runs()).isZero();

    open(other);

    assertThat(tries.join())
        .satisfiesExactly(
            one -> assertThat(one).isEqualTo(Delivery.NO_ANSWER),
            two -> assertThat(two).contains("answer to " + name));
    assertThat(busy.join()).contains("answer to " + other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer-service", "retries"})
  void what_is_ready_in_its_budget_is_the_answer_of_its_try(String lateReply) {
    GatewayExtension gateway = lateReply.equals("retries") ? RETRIES : SERVICE;

    assertThat(message(gateway, "").tryOnce()).contains("answer to " + name);
    assertThat(sent(gateway)).isEmpty();
  }

  private static GatewayExtension gateway(String lateReply, int maxRunning) {
    return new GatewayExtension()
        .setting("wechat.callback.budget", Long.toString(BUDGET.toMillis()))
        .setting("wechat.accounts.demo.late-reply", lateReply)
        .setting("wechat.handlers.max-running", Integer.toString(maxRunning))
        .setting("wechat.late.delays", "1,1")
        .handler("on-text", NotInTimeTest::handle);
  }

  private Delivery message(GatewayExtension gateway, String wish) {
    return message(gateway, wish, name);
  }

  private static Delivery message(GatewayExtension gateway, String wish, String name) {
    URI url = gateway.uri().resolve("/wechat/demo");
    String xml = Xml.text(wish + name).replace(Xml.USER, USER);
    return Delivery.of(GatewayProcess.DEMO, url, xml);
  }

  /** Another message's handler has the only place. */
  private CompletableFuture<String> occupy(GatewayExtension gateway) {
    CompletableFuture<String> busy = message(gateway, "wait ", other).tryAsync();
    await().until(() -> runs(other) == 1);
    return busy;
  }

  private void awaitSent(GatewayExtension gateway) {
    await().untilAsserted(() -> assertThat(sent(gateway)).containsExactly("answer to " + name));
  }

  private List<String> sent(GatewayExtension gateway) {
    return gateway.sentTo(USER).stream()
        .map(NotInTimeTest::content)
        .filter(content -> content.endsWith("to " + name))
        .toList();
  }

  private static String content(JsonNode message) {
    return message.path("text").path("content").asText();
  }

  private void open() {
    open(name);
  }

  private static void open(String name) {
    gate(name).countDown();
  }

  private static CountDownLatch gate(String name) {
    return GATES.computeIfAbsent(name, first -> new CountDownLatch(1));
  }

  private long runs() {
    return runs(name);
  }

  private static long runs(String name) {
    return RUNS.stream().filter(name::equals).count();
  }

  private static void handle(Exchange exchange) throws InterruptedException {
    String content = exchange.getMessage().getBody(Text.class).content();
    String name = content.replaceFirst("^(wait|fail) ", "");
    RUNS.add(name);
    if (content.startsWith("wait ")) {
      gate(name).await();
    } else if (content.startsWith("fail ") && runs(name) == 1) {
      throw new IllegalStateException("as the test says");
    }
    exchange.getMessage().setBody("answer to " + name);
  }
}
