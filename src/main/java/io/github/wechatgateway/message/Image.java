package io.github.wechatgateway.message;

/** A picture. */
public record Image(Elements elements) implements Message {
  /** Where WeChat keeps the picture. */
  public String picUrl() {
    return elements.text("PicUrl");
  }

  /** The id to download the picture by, for three days. */
  public String mediaId() {
    return elements.text("MediaId");
  }
}
