package io.github.wechatgateway.late;

import io.github.wechatgateway.observe.Counters;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;

/**
 * How many messages are in the queues of the embedded broker, and for how long the oldest has been
 * there. An Artemis elsewhere tells that itself.
 */
final class QueueMeters {
  private static final double MILLIS = 1_000;

  private QueueMeters() {}

  static void bind(Broker broker, Counters counters) {
    for (String name : List.of(Queues.LATE, Queues.LEASE, Queues.KEPT, Queues.DEAD)) {
      bind(name, () -> broker.queues(Stream.of(name)), counters);
    }
    bind("wechat.outbox", () -> broker.queues(outboxes()), counters);
  }

  private static Stream<String> outboxes() {
    return IntStream.range(0, Queues.OUTBOXES).mapToObj(Queues::outbox);
  }

  private static void bind(String name, Supplier<Stream<Queue>> queues, Counters counters) {
    counters.queue(
        name,
        () -> queues.get().mapToLong(Queue::getMessageCount).sum(),
        () -> queues.get().mapToDouble(QueueMeters::age).max().orElse(0));
  }

  /** Seconds; 0 where there is none that is due. */
  private static double age(Queue queue) {
    MessageReference first = queue.peekFirstMessage();
    if (first == null) {
      return 0;
    }
    long put = first.getMessage().getTimestamp();
    return Math.max(0, System.currentTimeMillis() - put) / MILLIS;
  }
}
