package io.github.wechatgateway.late;

import static io.github.wechatgateway.late.OutboxMessage.Origin.ANSWER;
import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An outbox with its broker, and what was taken from it. */
final class RunningOutbox implements AutoCloseable {
  private final Path folder;
  private final List<OutboxMessage> taken = new CopyOnWriteArrayList<>();
  private Broker broker;
  private Puts puts;
  private Outbox outbox;

  RunningOutbox(Path folder) throws Exception {
    this.folder = folder;
    start();
  }

  private void start() throws Exception {
    broker = BrokerForTests.start(folder);
    puts = BrokerForTests.puts(broker);
    outbox =
        new Outbox(
            puts,
            BrokerForTests.connections(broker),
            BrokerForTests.outbox(),
            BrokerForTests.records(),
            Clock.systemUTC());
  }

  /** Stops and starts all; nothing is taken yet. */
  void restart() throws Exception {
    close();
    start();
    taken.clear();
  }

  Broker broker() {
    return broker;
  }

  Outbox outbox() {
    return outbox;
  }

  /** In the order in which they were taken. */
  List<OutboxMessage> taken() {
    return taken;
  }

  /** An answer of the account {@code shop}. */
  static OutboxMessage message(String id, String user, String... parts) {
    return OutboxMessage.of(
        id, "shop", user, ANSWER, String.join(" ", parts), System.currentTimeMillis());
  }

  /** What is to be sent now. */
  static String part(OutboxMessage message) {
    return message.reply().split(" ")[message.sent()];
  }

  private static Result last(OutboxMessage message) {
    return new Result.Sent(message.sent() + 1 == message.reply().split(" ").length);
  }

  void put(OutboxMessage message) throws Exception {
    outbox.put(message).toCompletableFuture().get(20, SECONDS);
  }

  void take(Function<OutboxMessage, Result> send) {
    takeStages(message -> completedStage(send.apply(message)));
  }

  void takeStages(Function<OutboxMessage, CompletionStage<Result>> send) {
    outbox.take(
        message -> {
          taken.add(message);
          return send.apply(message)
              .thenApply(result -> result instanceof Result.Sent ? last(message) : result);
        },
        (message, why, returns) -> returns.keep(message));
  }

  void awaitTaken(String... parts) {
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> assertThat(taken).extracting(RunningOutbox::part).containsExactly(parts));
  }

  DeadLetter awaitDeadLetter() throws Exception {
    List<String> texts =
        await()
            .atMost(20, SECONDS)
            .until(() -> BrokerForTests.takeAll(broker, Queues.DEAD), found -> !found.isEmpty());
    assertThat(texts).hasSize(1);
    return QueueText.DEAD.read(texts.get(0));
  }

  @Override
  public void close() {
    outbox.close();
    puts.close();
    broker.close();
  }
}
