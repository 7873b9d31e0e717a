package io.github.wechatgateway.late;

import static io.github.wechatgateway.account.LateReply.CUSTOMER_SERVICE;
import static io.github.wechatgateway.account.LateReply.RETRIES;

import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.observe.Counters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an account's late answers now: as its settings say, unless WeChat has said that
 * the account may not send customer-service messages (48001).
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.html">发送客服消息</a>
 */
public final class LateReplies {
  private static final Logger LOG = LoggerFactory.getLogger(LateReplies.class);

  private final Function<String, LateReply> configured;
  private final Duration time;
  private final Counters counters;
  private final Clock clock;

  /** Until when; by account. */
  private final Map<String, Instant> mayNotSend = new ConcurrentHashMap<>();

  /**
   * For all accounts.
   *
   * @param configured an account's setting
   * @param time after which an account without the right is believed to have it
   */
  public LateReplies(
      Function<String, LateReply> configured, Duration time, Counters counters, Clock clock) {
    this.configured = configured;
    this.time = time;
    this.counters = counters;
    this.clock = clock;
  }

  /** What becomes of a late answer of the account's. */
  public LateReply of(String account) {
    LateReply setting = configured.apply(account);
    if (setting == RETRIES || mayNotSend.isEmpty()) {
      return setting;
    }
    Instant until = mayNotSend.get(account);
    if (until == null) {
      return setting;
    } else if (clock.instant().isBefore(until)) {
      return RETRIES;
    }
    if (mayNotSend.remove(account, until)) {
      counters.mayNotSend(account, false);
      LOG.warn(
          "account={}: late answers are sent as customer-service messages again, to see whether the account may send them by now",
          account);
    }
    return setting;
  }

  /** WeChat answered the account's customer-service message with 48001. */
  public void noRight(String account) {
    if (configured.apply(account) != CUSTOMER_SERVICE) {
      return;
    }
    Instant until = clock.instant().plus(time);
    if (mayNotSend.putIfAbsent(account, until) == null) {
      counters.mayNotSend(account, true);
      LOG.warn(
          "account={}: WeChat says 48001, the account may not send customer-service messages."
              + " Until {} it does as with late-reply=retries: a late answer waits for WeChat's"
              + " next try, or for the user's next message. See 公众平台 > 设置与开发 > 接口权限;"
              + " where the right (客服接口) is missing for good, set"
              + " wechat.accounts.{}.late-reply=retries.",
          account,
          until,
          account);
    }
  }
}
