package io.github.wechatgateway.late;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;

/** The queues' names in the broker, and so on disk. */
public final class Queues {
  /** Messages that wait for their handler. */
  public static final String LATE = "wechat.late";

  /** Messages whose handler runs: they come out after a while, should its process be gone. */
  public static final String LEASE = "wechat.lease";

  /** Answers on their way, and a number. */
  static final String OUTBOX = "wechat.outbox.";

  /** Answers that go out with the user's next message. */
  public static final String KEPT = "wechat.kept";

  /** What could not be delivered, and why. */
  public static final String DEAD = "wechat.dead";

  /**
   * The outbox is so many queues, {@code wechat.outbox.0} and on. It stays as it is: a queue that
   * is no longer named has nobody who empties it.
   *
   * <p>One queue with message groups would not do: Artemis delivers nothing behind a message whose
   * group's consumer is busy, to no consumer at all. Each queue has a thread, which waits for
   * WeChat: where that takes 100 ms, so many send 160 answers a second.
   */
  static final int OUTBOXES = 16;

  private Queues() {}

  /** One of the outbox's queues. */
  static String outbox(int number) {
    return OUTBOX + number;
  }

  /**
   * All queues, as the broker has to have them.
   *
   * @param maxKept answers that wait for their user's next message; the oldest go first
   * @param maxDead dead letters; the oldest go first
   */
  static Stream<QueueConfiguration> all(int maxKept, int maxDead) {
    Stream<QueueConfiguration> outbox =
        IntStream.range(0, OUTBOXES).mapToObj(number -> queue(outbox(number)).setExclusive(true));
    return Stream.concat(
        Stream.of(
            queue(LATE),
            queue(LEASE),
            queue(KEPT).setRingSize((long) maxKept),
            queue(DEAD).setRingSize((long) maxDead)),
        outbox);
  }

  private static QueueConfiguration queue(String name) {
    return QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST).setDurable(true);
  }
}
