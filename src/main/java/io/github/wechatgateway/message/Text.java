package io.github.wechatgateway.message;

/**
 * A text that the user wrote. Content that WeChat cannot forward arrives as a text that says so:
 * 【收到不支持的消息类型，暂无法显示】.
 */
public record Text(Elements elements) implements Message {
  /** What the user wrote. */
  public String content() {
    return elements.text("Content");
  }

  /** The words of it, with one space between them and no other white space. */
  public String words() {
    return Words.of(content());
  }

  /** The id of the item, where the text is a click in a {@code msgmenu}. */
  public String bizMsgMenuId() {
    return elements.text("bizmsgmenuid");
  }
}
