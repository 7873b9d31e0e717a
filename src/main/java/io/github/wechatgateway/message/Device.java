package io.github.wechatgateway.message;

/**
 * What a device of the Internet of things says: {@code device_text}, {@code device_event}, {@code
 * device_status}, {@code hardware}.
 */
public record Device(Elements elements) implements Message {
  public String deviceType() {
    return elements.text("DeviceType");
  }

  public String deviceId() {
    return elements.text("DeviceID");
  }

  public String sessionId() {
    return elements.text("SessionID");
  }

  /** The content in Base64. */
  public String content() {
    return elements.text("Content");
  }

  public String openId() {
    return elements.text("OpenID");
  }

  /**
   * Of a {@code device_event}: {@code bind}, {@code unbind}, {@code subscribe_status}, {@code
   * unsubscribe_status}.
   */
  public String event() {
    return elements.text("Event").strip();
  }

  public String opType() {
    return elements.text("OpType");
  }

  public String deviceStatus() {
    return elements.text("DeviceStatus");
  }
}
