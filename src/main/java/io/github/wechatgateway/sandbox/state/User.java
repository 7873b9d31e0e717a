package io.github.wechatgateway.sandbox.state;

import java.time.Duration;
import java.time.Instant;

/** One user of one account. */
final class User {
  /** How long after a message to or from the user a typing may begin. */
  private static final Duration IN_TALK = Duration.ofSeconds(30);

  private static final Duration TYPING = Duration.ofSeconds(15);

  private boolean subscribed = true;
  private int messagesLeft;
  private Instant writableUntil = Instant.MIN;
  private Instant inTalkUntil = Instant.MIN;
  private Instant typingUntil = Instant.MIN;

  void subscribe() {
    subscribed = true;
  }

  void unsubscribe() {
    subscribed = false;
    messagesLeft = 0;
    writableUntil = Instant.MIN;
    typingUntil = Instant.MIN;
  }

  void wrote(Instant now) {
    inTalkUntil = now.plus(IN_TALK);
  }

  /**
   * Numbers do not add up: what is left rises to what the new act allows, and the time to the later
   * of both ends. WeChat writes this of mini programs (「可发送客服消息条数不累加 […]
   * 更新为当前可下发条数限制的最大值，有效下发时间限制也更新为最长有效时间」) and nothing of Official Accounts.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/customer-message/send.html">小程序客服消息</a>,
   *     in an older version
   */
  void allow(Allowance allowance, Instant now) {
    int left = now.isBefore(writableUntil) ? messagesLeft : 0;
    Instant end = now.plus(allowance.time());
    messagesLeft = Math.max(left, allowance.messages());
    writableUntil = end.isAfter(writableUntil) ? end : writableUntil;
  }

  Permission takeMessage(Instant now) {
    if (!subscribed) {
      return Permission.UNSUBSCRIBED;
    }
    if (!now.isBefore(writableUntil)) {
      return Permission.TOO_LATE;
    }
    if (messagesLeft == 0) {
      return Permission.USED_UP;
    }
    messagesLeft--;
    inTalkUntil = now.plus(IN_TALK);
    typingUntil = Instant.MIN;
    return Permission.GRANTED;
  }

  /**
   * 「需要之前30秒内跟用户有过消息交互」: WeChat's errmsg says that a message in either direction will do.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_typing.html">客服输入状态</a>
   */
  Permission startTyping(Instant now) {
    if (!subscribed) {
      return Permission.UNSUBSCRIBED;
    }
    if (!now.isBefore(inTalkUntil)) {
      return Permission.TOO_LATE;
    }
    if (now.isBefore(typingUntil)) {
      return Permission.TYPING_ALREADY;
    }
    typingUntil = now.plus(TYPING);
    return Permission.GRANTED;
  }

  Permission stopTyping() {
    typingUntil = Instant.MIN;
    return subscribed ? Permission.GRANTED : Permission.UNSUBSCRIBED;
  }
}
