package io.github.wechatgateway.late;

/** The queues' names in the broker, and so on disk. */
public final class Queues {
  /** Messages that wait for their handler. */
  public static final String LATE = "wechat.late";

  /** Messages whose handler runs: they come out after a while, should its process be gone. */
  public static final String LEASE = "wechat.lease";

  /** Answers that go out with the user's next message. */
  public static final String KEPT = "wechat.kept";

  /** What could not be delivered, and why. */
  public static final String DEAD = "wechat.dead";

  /**
   * The outbox is so many queues, {@code wechat.outbox.0} and on. It stays as it is: a queue that
   * is no longer named has nobody who empties it.
   *
   * <p>One queue with message groups would not do: Artemis delivers nothing behind a message whose
   * group's consumer is busy, to no consumer at all.
   */
  static final int OUTBOXES = 32;

  private Queues() {}

  /** One of the outbox's queues. */
  static String outbox(int number) {
    return "wechat.outbox." + number;
  }
}
