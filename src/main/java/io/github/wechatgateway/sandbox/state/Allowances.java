package io.github.wechatgateway.sandbox.state;

import java.time.Duration;

/**
 * What an account may send after what a user did.
 *
 * <p>It is a message that counts for 48 hours, and not a click on one of a menu message's items:
 * 「触发的是点击菜单事件 […] 不会产生用户发送消息场景的客服消息下发额度」. A payment, after which there is no limit in number, is
 * nothing that the stand-in knows.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Messages.html">客服消息下发规则</a>
 */
record Allowances(Allowance afterMessage, Allowance afterEvent) {

  Allowances(int messages, int events) {
    this(new Allowance(messages, Duration.ofDays(2)), new Allowance(events, Duration.ofMinutes(1)));
  }
}
