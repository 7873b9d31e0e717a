package io.github.wechatgateway.claim;

/**
 * Which try of a message it is: WeChat waits five seconds for an answer, and tries three times.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Receiving_standard_messages.html">接收普通消息</a>
 */
final class Tries {
  static final int LAST = 3;

  private static final long INTERVAL = 5_000;
  private static final long TOLERANCE = 1_000;
  private static final long TRUSTED = 20_000;

  private Tries() {}

  /**
   * By the time for which WeChat has been trying.
   *
   * @param age milliseconds
   */
  static int at(long age) {
    return (int) Math.min(LAST, 1 + (age + TOLERANCE) / INTERVAL);
  }

  /**
   * For how long WeChat has been trying, in milliseconds, by the time that the message itself
   * bears: a copy that is the first we see is not WeChat's first if we have just been started. In
   * doubt this is the last try, which gets an answer whatever happens.
   *
   * @param createTime seconds since 1970, by WeChat's clock
   * @param now milliseconds since 1970, by ours
   */
  static long age(long createTime, long now) {
    long age = now - createTime * 1_000;
    return age < -TRUSTED || age > TRUSTED
        ? (LAST - 1) * INTERVAL
        : Math.max(0, age - 1_000); // CreateTime is cut to seconds
  }
}
