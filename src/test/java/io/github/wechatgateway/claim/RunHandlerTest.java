package io.github.wechatgateway.claim;

import static java.util.concurrent.CompletableFuture.completedStage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.message.Elements;
import io.github.wechatgateway.message.Text;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.LogFailure;
import io.github.wechatgateway.record.Lateness;
import io.github.wechatgateway.thread.SharedThreads;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class RunHandlerTest {
  private static final int LONG = 600;
  private static final DefaultCamelContext CAMEL = new DefaultCamelContext();

  private final LocalClaims claims = new LocalClaims(100, Duration.ZERO);
  private final SlowRoute route = new SlowRoute();
  private volatile Lateness.@Nullable Why noRoom;
  private final LatePathInMemory late = new LatePathInMemory();
  private final RunHandler handlers = handlers(2, HandlerThreads.of(8));

  @AfterAll
  static void close() throws Exception {
    CAMEL.close();
  }

  @Test
  void what_the_handler_leaves_is_the_answer() throws Exception {
    CompletableFuture<String> answer = start("a");

    route.next().end("hello");

    assertThat(answer.get()).contains("<Content><![CDATA[hello]]></Content>");
  }

  @Test
  void a_handler_that_takes_longer_is_given_up_and_the_late_text_is_its_answer() throws Exception {
    CompletableFuture<String> answer = start("a");
    route.next();

    handlers.giveUpAfter(-1);

    assertThat(answer.get()).isEqualTo("late text of demo");
  }

  @Test
  void a_handler_that_takes_no_longer_is_not_given_up() throws Exception {
    CompletableFuture<String> answer = start("a");
    Run run = route.next();

    handlers.giveUpAfter(LONG);

    assertThat(answer).isNotDone();
    run.end("in time");
    assertThat(answer.get()).contains("in time");
  }

  @Test
  void a_message_whose_handler_was_given_up_is_not_handled_again() throws Exception {
    start("a");
    route.next();
    handlers.giveUpAfter(-1);

    assertThat(claim("a").first()).isFalse();
  }

  @Test
  void what_a_handler_leaves_after_it_was_given_up_is_not_sent() throws Exception {
    CompletableFuture<String> answer = start("a");
    Run run = route.next();
    handlers.giveUpAfter(-1);

    run.end("too late");

    assertThat(answer.get()).isEqualTo("late text of demo");
    assertThat(claim("a").answer().toCompletableFuture().get()).isEqualTo("late text of demo");
  }

  @Test
  void a_reply_that_cannot_be_read_is_a_failure_and_the_next_try_runs_the_handler_again()
      throws Exception {
    CompletableFuture<String> answer = start("a");

    route.next().end(brokenOff());

    assertThat(answer).isCompletedExceptionally();
    assertThat(claim("a").first()).isTrue();
  }

  @Test
  void a_route_that_throws_instead_of_failing_its_exchange_is_a_failure() {
    route.refuse = true;

    CompletableFuture<String> answer = start("a");

    assertThat(answer)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withRootCauseInstanceOf(IllegalStateException.class);
    route.refuse = false;
    await().untilAsserted(() -> assertThat(start("b")).isNotCompletedExceptionally());
    await().untilAsserted(() -> assertThat(start("c")).isNotCompletedExceptionally());
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20) // later ones have a thread for each
  void a_handler_that_was_given_up_before_it_had_a_thread_is_not_run() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    RunHandler one = handlers(2, HandlerThreads.of(1));
    route.held = held;
    start("a", one);
    route.entered.acquire();
    CompletableFuture<String> waits = start("b", one);
    one.giveUpAfter(-1);
    assertThat(waits.get()).isEqualTo("late text of demo");

    held.countDown();
    route.next().end("too late");
    start("c", one);

    assertThat(route.next().exchange().getProperty("wechatMessageKey")).isEqualTo("c");
  }

  @Test
  void where_too_many_run_a_message_is_left_for_its_next_try() throws Exception {
    start("a");
    Run run = route.next();
    start("b");
    CompletableFuture<String> tooMany = start("c");
    assertThat(tooMany).isCompletedExceptionally();

    run.end("one less");
    CompletableFuture<String> again = start("c");

    assertThat(again).isNotCompletedExceptionally();
  }

  @Test
  void where_there_is_no_room_a_message_is_left_for_its_next_try_and_handled_when_there_is()
      throws Exception {
    noRoom = Lateness.Why.MEMORY;
    assertThat(start("a")).isCompletedExceptionally();

    noRoom = null;
    CompletableFuture<String> again = start("a");
    route.next().end("hello");

    assertThat(again.get()).contains("hello");
    assertThat(late.noted).isEmpty();
  }

  @Test
  void with_customer_service_what_finds_no_room_is_answered_empty_once_it_is_queued() {
    late.lateReply = LateReply.CUSTOMER_SERVICE;
    noRoom = Lateness.Why.MEMORY;
    CompletableFuture<Void> disk = late.hold();
    CompletableFuture<String> answer = start("a");
    assertThat(answer).isNotDone();

    disk.complete(null);

    assertThat(answer).isCompletedWithValue("");
    assertThat(late.noted).containsExactly("queue 0 a");
  }

  @Test
  void a_handler_that_was_given_up_counts_as_running_until_it_ends() throws Exception {
    start("a");
    Run run = route.next();
    start("b");
    route.next();
    handlers.giveUpAfter(-1);

    assertThat(start("c")).isCompletedExceptionally();
    run.end("at last");
    assertThat(start("c")).isNotCompletedExceptionally();
  }

  private RunHandler handlers(int maxRunning, SharedThreads threads) {
    Counters counters = new Counters(new SimpleMeterRegistry());
    RenderReply replies =
        new RenderReply((account, reply) -> completedStage(reply), counters, Clock.systemUTC());
    EndHandler end =
        new EndHandler(
            replies,
            late,
            exchange -> "late text of " + exchange.getProperty("wechatAccount"),
            new UntilStored(Runnable::run, () -> false),
            new LogFailure(counters));
    return new RunHandler(
        route, end, threads, () -> noRoom, maxRunning, new Typing(0, late), counters);
  }

  private CompletableFuture<String> start(String key) {
    return start(key, handlers);
  }

  private CompletableFuture<String> start(String key, RunHandler handlers) {
    Claim claim = claim(key);
    Exchange exchange = new DefaultExchange(CAMEL);
    exchange.setProperty(ClaimMessage.CLAIM, claim);
    exchange.setProperty("wechatAccount", "demo");
    exchange.setProperty("wechatMessageKey", key);
    exchange.setProperty("wechatMsgType", "text");
    exchange.setProperty("wechatMessage", new Text(new Elements(Map.of())));
    handlers.process(exchange);
    return claim.answer().toCompletableFuture();
  }

  private static InputStream brokenOff() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    return closed;
  }

  private Claim claim(String key) {
    return claims.claim(key, 0).toCompletableFuture().join();
  }

  /** Handlers that end when the test says so. */
  private static final class SlowRoute extends AsyncProcessorSupport {
    private final BlockingQueue<Run> runs = new LinkedBlockingQueue<>();
    private final Semaphore entered = new Semaphore(0);
    private volatile boolean refuse;
    private volatile @Nullable CountDownLatch held;

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      if (refuse) {
        throw new IllegalStateException("stopped");
      }
      entered.release();
      if (held != null) {
        try {
          held.await();
        } catch (InterruptedException stopped) {
          throw new IllegalStateException(stopped);
        }
      }
      runs.add(new Run(exchange, callback));
      return false;
    }

    Run next() throws InterruptedException {
      return Objects.requireNonNull(runs.poll(10, TimeUnit.SECONDS));
    }
  }

  private record Run(Exchange exchange, AsyncCallback callback) {
    void end(Object reply) {
      exchange.getMessage().setBody(reply);
      callback.done(false);
    }
  }
}
