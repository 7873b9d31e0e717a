package io.github.wechatgateway.sandbox.delivery;

import java.util.Locale;
import java.util.Set;

/**
 * A message with all that WeChat writes into it: each try of a delivery sends the same.
 *
 * @param event empty for a message that is no event
 * @param elements as XML, without one around them
 */
record SentMessage(
    String toUserName, String fromUserName, String msgType, String event, String elements) {

  /**
   * Events whose answer the user sees. It is not documented for every event: what a user does in
   * the menu may be answered, but not a page that is opened (VIEW) or a code that is scanned for it
   * (scancode_push); what only tells the account something (TEMPLATESENDJOBFINISH …) can't be, nor
   * can who has left.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Receiving_event_pushes.html">接收事件推送</a>
   */
  private static final Set<String> ANSWERED =
      Set.of(
          "subscribe",
          "scan",
          "click",
          "location",
          "enter",
          "scancode_waitmsg",
          "pic_sysphoto",
          "pic_photo_or_album",
          "pic_weixin",
          "location_select");

  boolean showsAnswer() {
    return event.isEmpty() || ANSWERED.contains(event.toLowerCase(Locale.ROOT));
  }

  String xml() {
    return "<xml>" + elements + "</xml>";
  }
}
