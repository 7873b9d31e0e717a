package io.github.wechatgateway.message;

/**
 * A message of a kind that this version does not know, or a push that is no message: a third-party
 * platform's {@code InfoType}, WeChat cloud hosting's {@code action}.
 */
public record Other(Elements elements) implements Message {
  /** What a third-party platform is told, such as {@code component_verify_ticket}. */
  public String infoType() {
    return elements.text("InfoType");
  }
}
