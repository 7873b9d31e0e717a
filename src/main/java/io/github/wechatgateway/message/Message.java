package io.github.wechatgateway.message;

import org.jspecify.annotations.Nullable;

/**
 * A message or an event that WeChat sent, proved genuine and decrypted. This is the body that a
 * handler gets: {@code ${body.content}} in a route, {@code text.content()} in Java.
 *
 * <p>Each kind is a record that reads its fields from the {@link Elements} that came. A text that
 * WeChat did not send reads as empty, a number as 0, a decimal number as NaN. What says who, what
 * and when is read without the white space that stands around it in indented XML. A kind that this
 * version does not know is an {@link Other}, or {@link Event.Other}; an element that a record does
 * not name is had by {@link #field}.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Receiving_standard_messages.html">接收普通消息</a>
 */
public sealed interface Message
    permits Text,
        Image,
        Voice,
        Video,
        ShortVideo,
        Location,
        Link,
        FileMessage,
        MiniProgramPage,
        Device,
        Event,
        Other {

  /** The elements as they came. */
  Elements elements();

  /** The account's own id, {@code gh_…}: the sender of the reply. */
  default String toUserName() {
    return elements().text("ToUserName").strip();
  }

  /** The user's OpenID (for some events a system's name, such as {@code mphelper}). */
  default String fromUserName() {
    return elements().text("FromUserName").strip();
  }

  /** When WeChat made the message, in seconds since 1970. */
  default long createTime() {
    return elements().number("CreateTime");
  }

  /** The kind as WeChat writes it: {@code text}, {@code image}, … {@code event}. */
  default String msgType() {
    return elements().text("MsgType").strip();
  }

  /**
   * The message's id; most events have none. WeChat spells it {@code MsgId} or {@code MsgID}. It is
   * not unique by itself: different users' messages of one moment may share it.
   */
  default String msgId() {
    String id = elements().text("MsgId").strip();
    return id.isEmpty() ? elements().text("MsgID").strip() : id;
  }

  /**
   * Any element by its name, a nested one by a path: {@code
   * ${body.field('ScanCodeInfo.ScanResult')}}.
   *
   * @return a {@code String}; a {@code Map} for an element with elements of its own; a {@code List}
   *     where it is repeated; {@code null} where there is none
   */
  default @Nullable Object field(String path) {
    return elements().get(path);
  }
}
