package io.github.wechatgateway.late;

/**
 * Which of the outbox's queues holds a user's answers: always the same one, so that they go out in
 * their order.
 *
 * <p>An account's users are in few of them, and two accounts' hardly ever in the same: an account
 * whose sending hangs does not stop the others.
 */
final class Buckets {
  private static final int GOLDEN_RATIO = 0x9E3779B9;
  private final int perAccount;

  /**
   * Spreads users.
   *
   * @param perAccount queues of one account, at most {@value Queues#OUTBOXES}
   */
  Buckets(int perAccount) {
    this.perAccount = perAccount;
  }

  /** The name of the user's queue. */
  String queueOf(String account, String user) {
    int nth = spread(user) % perAccount;
    int step = spread(account + " step") | 1; // odd: its multiples meet all queues
    return Queues.outbox((spread(account) + nth * step) % Queues.OUTBOXES);
  }

  /** 15 bits, the highest ones, in which every character counts. */
  private static int spread(String text) {
    return (text.hashCode() * GOLDEN_RATIO) >>> 17;
  }
}
