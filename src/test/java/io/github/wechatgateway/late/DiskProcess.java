package io.github.wechatgateway.late;

import static java.util.concurrent.CompletableFuture.completedStage;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process of its own, whose disk may be taken away: it puts answers and sends them. It tells of
 * each, a line each: {@code stored ID}, {@code refused WHY}, {@code sent ID}.
 */
final class DiskProcess {
  /** Milliseconds. */
  private static final int BETWEEN = 2;

  private DiskProcess() {}

  /** Takes the folder; ends with its standard input. */
  public static void main(String[] arguments) throws Exception {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    AtomicInteger number = new AtomicInteger();
    try (Broker broker = BrokerForTests.start(Path.of(arguments[0]));
        Puts puts = BrokerForTests.puts(broker);
        Outbox outbox =
            new Outbox(
                puts,
                BrokerForTests.connections(broker),
                BrokerForTests.outbox(),
                BrokerForTests.records(),
                Clock.systemUTC())) {
      outbox.take(
          message -> {
            tell("sent " + message.id());
            return completedStage(new Result.Sent(true));
          },
          (message, why, returns) -> returns.keep(message));
      timer.scheduleAtFixedRate(
          () -> put(outbox, "id" + number.incrementAndGet()), 0, BETWEEN, TimeUnit.MILLISECONDS);
      System.in.transferTo(OutputStream.nullOutputStream());
      timer.shutdownNow();
    }
  }

  private static void put(Outbox outbox, String id) {
    long now = System.currentTimeMillis();
    outbox
        .put(OutboxMessage.of(id, "shop", "oUser" + id, OutboxMessage.Origin.ANSWER, "{}", now))
        .whenComplete(
            (done, failed) ->
                tell(failed == null ? "stored " + id : "refused " + failed.getMessage()));
  }

  private static void tell(String line) {
    System.out.println(line);
  }
}
