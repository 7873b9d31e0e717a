package io.github.wechatgateway.sandbox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/**
 * Judges the body of an answer with status 200 as WeChat does. An abnormal one (异常数据) is a fault at
 * once: the message is not sent again.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Passive_user_reply_message.html">被动回复用户消息</a>
 */
final class Judge {
  private Judge() {}

  static Judgement judge(byte[] body, DeliveryRequest request, SentMessage message, Instant now) {
    String text = new String(body, UTF_8);
    if (text.isEmpty()) {
      return new Judgement(Seen.NOTHING, null, null);
    } else if (text.equals("success")) {
      return new Judgement(Seen.NOTHING, text, null);
    }
    byte[] reply;
    try {
      checkIsXml(text);
      reply = Opener.open(body, request);
    } catch (Fault fault) {
      boolean sealed = text.contains("<Encrypt>");
      return new Judgement(Seen.FAULT, sealed ? null : text, fault.getMessage());
    }
    String inClear = new String(reply, UTF_8);
    try {
      String unseen = ReplyCheck.check(Part.root(reply), message, now);
      return new Judgement(Seen.REPLY, inClear, unseen);
    } catch (Fault fault) {
      return new Judgement(Seen.FAULT, inClear, fault.getMessage());
    }
  }

  /** The likely mistakes by their names; the rest is for the parser. */
  private static void checkIsXml(String text) throws Fault {
    String rule = "XML, success, or no byte at all";
    String start = text.strip();
    if (start.isEmpty()) {
      throw new Fault("body", "white space alone", rule);
    } else if (start.equals("success")) {
      throw new Fault("body", "success with white space around it", rule);
    } else if (start.startsWith("{") || start.startsWith("[") || start.startsWith("\"")) {
      throw new Fault("body", "JSON", rule);
    } else if (start.indexOf('<') < 0) {
      throw new Fault("body", "a text that is not XML", rule);
    }
  }
}
