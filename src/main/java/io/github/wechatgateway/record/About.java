package io.github.wechatgateway.record;

import io.github.wechatgateway.message.Event;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.UserDigest;

/**
 * Which message a record is about: nothing of what the user wrote, and the user as a digest alone.
 *
 * @param account the account's name in the settings
 * @param key the {@link io.github.wechatgateway.message.MessageKey}, by which logs name it
 * @param msgId WeChat's; empty for most events
 * @param created when WeChat made it, in seconds since 1970
 * @param type WeChat's MsgType
 * @param event WeChat's Event; empty for what is none
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
        UserDigest.of(account, message.fromUserName()),
        shown);
  }

  /** Of nothing that anybody can ask for. */
  static About nothing() {
    return new About("", "", "", 0, "", "", new UserDigest(0, 0), false);
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
