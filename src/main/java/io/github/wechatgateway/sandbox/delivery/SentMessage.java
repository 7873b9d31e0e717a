package io.github.wechatgateway.sandbox.delivery;

/**
 * A message with all that WeChat writes into it: each try of a delivery sends the same.
 *
 * @param event empty for a message that is no event
 * @param elements as XML, without one around them
 */
record SentMessage(
    String toUserName, String fromUserName, String msgType, String event, String elements) {

  String xml() {
    return "<xml>" + elements + "</xml>";
  }
}
