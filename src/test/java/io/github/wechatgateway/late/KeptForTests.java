package io.github.wechatgateway.late;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.observe.Counters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Kept answers, at most three, with a broker and a clock of their own; all of the account shop. */
final class KeptForTests implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final SetClock clock = new SetClock(NOW);
  private final Path folder;
  private Broker broker;
  private Puts puts;
  private KeptAnswers answers;

  KeptForTests(Path folder) throws Exception {
    this.folder = folder;
    start();
  }

  private void start() throws Exception {
    broker = BrokerForTests.start(folder.resolve("queue"));
    puts = BrokerForTests.puts(broker);
    answers =
        new KeptAnswers(
            puts,
            connections(),
            new KeptLimits(3, Duration.ofDays(2), 100, Duration.ofSeconds(5)),
            new Counters(meters),
            BrokerForTests.records(),
            clock,
            clock::nanos);
  }

  void restart() throws Exception {
    close();
    start();
  }

  @Override
  public void close() {
    answers.close();
    puts.close();
    broker.close();
  }

  KeptAnswers answers() {
    return answers;
  }

  ConnectionFactory connections() {
    return BrokerForTests.connections(broker);
  }

  void breakDown() {
    broker.close();
  }

  void endPuts() {
    puts.close();
  }

  void forward(Duration time) {
    clock.forward(time);
  }

  void put(OutboxMessage answer) throws Exception {
    answers.put(answer).toCompletableFuture().get(20, SECONDS);
  }

  Optional<OutboxMessage> give(String user, String by) throws Exception {
    return answers.oldest("shop", user, by).toCompletableFuture().get(20, SECONDS);
  }

  /** The id of the answer; empty if there is none. */
  String given(String user, String by) throws Exception {
    return give(user, by).map(OutboxMessage::id).orElse("");
  }

  void awaitNoneOf(String user) {
    await().atMost(20, SECONDS).until(() -> !answers.has("shop", user));
  }

  /** Another answer, due before, has left. */
  void upkeepHasRun() throws Exception {
    put(answer("x", "oUserX"));
    given("oUserX", "mX");
    answers.written("mX", true);
    awaitNoneOf("oUserX");
  }

  List<?> onDisk() throws Exception {
    return BrokerForTests.takeAll(broker, Queues.KEPT);
  }

  double dropped(String reason) {
    return meters.counter("wechat_kept_dropped", "account", "shop", "reason", reason).count();
  }

  static OutboxMessage answer(String id, String user) {
    return answer(id, user, NOW);
  }

  static OutboxMessage answer(String id, String user, Instant since) {
    return OutboxMessage.of(
        id, "shop", user, OutboxMessage.Origin.ANSWER, "{}", since.toEpochMilli());
  }
}
