package io.github.wechatgateway.message;

/** A voice message. */
public record Voice(Elements elements) implements Message {
  /** The id to download the sound by, for three days. */
  public String mediaId() {
    return elements.text("MediaId");
  }

  /** {@code amr} or {@code speex}. */
  public String format() {
    return elements.text("Format");
  }

  /**
   * The words that WeChat recognised; empty unless speech recognition (语音识别) is on for the account.
   */
  public String recognition() {
    return elements.text("Recognition");
  }

  /** The same, with one space between the words and no other white space. */
  public String words() {
    return Words.of(recognition());
  }

  /** The id of the same sound in 16 kHz, where WeChat sends one. */
  public String mediaId16K() {
    return elements.text("MediaId16K");
  }
}
