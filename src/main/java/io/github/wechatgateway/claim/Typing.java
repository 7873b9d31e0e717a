package io.github.wechatgateway.claim;

import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;

/**
 * Shows users that their late answers are being written (正在输入). WeChat shows it for 15 seconds, and
 * only to those who have written within the last 30.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendtyping.html">客服输入状态</a>
 */
public final class Typing {
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(12);

  private final int most;
  private final LatePath late;

  /**
   * For all messages of a context.
   *
   * @param most times that it is shown for one message
   */
  public Typing(int most, LatePath late) {
    this.most = most;
    this.late = late;
  }

  /**
   * Shows it, if it is time.
   *
   * @param shown how often it was shown for this message
   * @param running for how long its handler runs, in nanoseconds
   * @return how often it was shown then
   */
  int show(int shown, long running, Exchange message) {
    if (shown >= most || running < shown * INTERVAL) {
      return shown;
    }
    late.showTyping(message);
    return shown + 1;
  }
}
