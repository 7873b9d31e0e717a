package io.github.wechatgateway.record;

import io.github.wechatgateway.message.Event;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.Other;
import io.github.wechatgateway.message.UserDigest;
import java.util.Locale;

/**
 * Which message a record is about: nothing of what the user wrote, and the user as a digest alone.
 *
 * @param account the account's name in the settings
 * @param key the {@link io.github.wechatgateway.message.MessageKey}, by which logs name it
 * @param msgId WeChat's; empty for most events
 * @param created when WeChat made it, in seconds since 1970
 * @param type WeChat's MsgType
 * @param event WeChat's Event; empty for what is none
 * @param kind as routes/handlers/ names it: {@code text}, {@code event-click}; {@code other},
 *     {@code event-other} for what WeChat is not known to send
 * @param shown whether WeChat shows a reply to such a message for certain: of most events it shows
 *     none
 */
public record About(
    String account,
    String key,
    String msgId,
    long created,
    String type,
    String event,
    String kind,
    UserDigest user,
    boolean shown) {
  /** Characters: WeChat's ids and kinds are shorter. */
  private static final int LONGEST = 64;

  /** Of a message of an account. */
  public static About of(String account, String key, Message message, boolean shown) {
    return new About(
        account,
        key,
        cut(message.msgId()),
        message.createTime(),
        cut(message.msgType()),
        message instanceof Event event ? cut(event.event()) : "",
        kind(message),
        UserDigest.of(account, message.fromUserName()),
        shown);
  }

  /** Of nothing that anybody can ask for. */
  static About nothing() {
    return new About("", "", "", 0, "", "", "", new UserDigest(0, 0), false);
  }

  private static String kind(Message message) {
    if (message instanceof Other) {
      return "other";
    }
    if (!(message instanceof Event event)) {
      return message.msgType().toLowerCase(Locale.ROOT);
    }
    String name = event.event().toLowerCase(Locale.ROOT);
    boolean known = !(event instanceof Event.Other) || name.equals("unsubscribe");
    return known ? "event-" + name.replace('_', '-') : "event-other";
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
