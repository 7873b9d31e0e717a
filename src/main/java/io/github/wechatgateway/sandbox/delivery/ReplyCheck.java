package io.github.wechatgateway.sandbox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether WeChat can show a reply: Tencent's page gives its elements. What they may hold it hardly
 * says:
 *
 * <ul>
 *   <li>a text that is too long is not shown but the notice is (a developer met the limit at 1097
 *       characters, which is about 2048 bytes, the limit that the SDKs keep to);
 *   <li>whether {@code CreateTime} is looked at is not known: an hour off, or another unit, is a
 *       mistake in any case;
 *   <li>music needs {@code ThumbMediaId} by that page; one developer found an empty one to be a
 *       fault, and a missing one none.
 * </ul>
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Passive_user_reply_message.html">被动回复用户消息</a>
 * @see <a
 *     href="https://developers.weixin.qq.com/community/personal/oCJUsw32YWuR9-Frf2D1QNfpcHFw/question">订阅号被动回复消息的字段约束有哪些？</a>
 * @see <a href="https://github.com/node-webot/wechat/issues/206">回复音乐消息thumbMediaId为空情况处理错误</a>
 */
final class ReplyCheck {
  private static final int MAX_CONTENT = 2048;
  private static final Duration TOLERANCE = Duration.ofHours(1);

  private ReplyCheck() {}

  /**
   * Checks one.
   *
   * @return what of it the user does not see; null if all is shown
   * @throws Fault if the user sees none of it, but the notice
   */
  static @Nullable String check(Part reply, SentMessage message, Instant now) throws Fault {
    name(reply, "ToUserName", message.fromUserName(), message.toUserName());
    name(reply, "FromUserName", message.toUserName(), message.fromUserName());
    Duration off = Duration.between(Instant.ofEpochSecond(reply.seconds("CreateTime")), now).abs();
    if (off.compareTo(TOLERANCE) > 0) {
      String found = off.toSeconds() + " seconds off";
      throw new Fault("CreateTime", found, "seconds since 1970, about now");
    }
    String msgType = reply.visible("MsgType");
    switch (msgType) {
      case "text" -> content(reply);
      case "image" -> media(reply, "Image", "MediaId", "PicUrl");
      case "voice" -> media(reply, "Voice", "MediaId", "Recognition");
      case "video" -> media(reply, "Video", "MediaId", "ThumbMediaId");
      case "music" -> media(reply, "Music", "ThumbMediaId", "MusicUrl");
      case "news" -> {
        return NewsCheck.check(reply, message.msgType());
      }
      case "transfer_customer_service" -> transfer(reply);
      default -> {
        String rule = "text, image, voice, video, music, news or transfer_customer_service";
        throw new Fault("MsgType", "unknown", rule);
      }
    }
    return null;
  }

  private static void name(Part reply, String element, String expected, String other) throws Fault {
    String found = reply.visible(element);
    if (!found.equals(expected)) {
      boolean swapped = found.equals(other);
      String shape = swapped ? "that of the message itself" : found.length() + " other characters";
      throw new Fault(element, shape, expected + ", so the two names change places");
    }
  }

  private static void content(Part reply) throws Fault {
    int bytes = reply.visible("Content").getBytes(UTF_8).length;
    if (bytes > MAX_CONTENT) {
      throw new Fault("Content", bytes + " bytes", "at most " + MAX_CONTENT + " in UTF-8");
    }
  }

  /** The stray is what those write who copy the elements of a received message. */
  private static void media(Part reply, String kind, String id, String stray) throws Fault {
    for (String element : new String[] {id, stray}) {
      if (reply.has(element)) {
        throw new Fault(element, "directly in xml", kind + " with " + id + " in it");
      }
    }
    reply.one(kind).visible(id);
  }

  private static void transfer(Part reply) throws Fault {
    if (reply.has("KfAccount")) {
      throw new Fault("KfAccount", "directly in xml", "TransInfo with KfAccount in it");
    } else if (reply.has("TransInfo")) {
      reply.one("TransInfo").visible("KfAccount");
    }
  }
}
