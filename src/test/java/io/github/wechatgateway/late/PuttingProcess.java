package io.github.wechatgateway.late;

import io.github.wechatgateway.late.OutboxMessage.Origin;
import java.nio.file.Path;
import java.time.Clock;

/** A process of its own that puts answers until it is killed, and tells those that are on disk. */
final class PuttingProcess {
  private static final int AT_ONCE = 500;

  private PuttingProcess() {}

  /** Takes the folder, and a word with which the ids begin. */
  public static void main(String[] arguments) throws Exception {
    Broker broker = BrokerForTests.start(Path.of(arguments[0]));
    Outbox outbox =
        new Outbox(
            BrokerForTests.puts(broker),
            BrokerForTests.connections(broker),
            BrokerForTests.outbox(),
            BrokerForTests.records(),
            Clock.systemUTC());
    for (int number = 0; number < AT_ONCE; number++) {
      put(outbox, arguments[1] + number);
    }
  }

  /** And then the next. */
  private static void put(Outbox outbox, String id) {
    OutboxMessage message =
        OutboxMessage.of(id, "shop", "oUser" + id, Origin.ANSWER, "{}", System.currentTimeMillis());
    outbox
        .put(message)
        .thenRun(() -> System.out.println(id))
        .thenRunAsync(() -> put(outbox, id + '.'));
  }
}
