package io.github.wechatgateway.message;

/** A video. */
public record Video(Elements elements) implements Message {
  /** The id to download the video by, for three days. */
  public String mediaId() {
    return elements.text("MediaId");
  }

  /** The id to download its preview picture by. */
  public String thumbMediaId() {
    return elements.text("ThumbMediaId");
  }
}
