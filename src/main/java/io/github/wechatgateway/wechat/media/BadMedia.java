package io.github.wechatgateway.wechat.media;

/**
 * A file that WeChat would not take, or that can't be had from there. The text names the field,
 * never what is in it.
 */
public final class BadMedia extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String found;
  private final String expected;

  private BadMedia(int status, String field, String found, String expected) {
    super("%s: %s (expected: %s)".formatted(field, found, expected));
    this.status = status;
    this.found = found;
    this.expected = expected;
  }

  /** It is not what it should be. */
  static BadMedia wrong(String field, String found, String expected) {
    return new BadMedia(400, field, found, expected);
  }

  static BadMedia tooLarge(String field, String found, String expected) {
    return new BadMedia(413, field, found, expected);
  }

  /** It is of a format that WeChat does not take, at least not for this type. */
  static BadMedia unsupported(String field, String found, String expected) {
    return new BadMedia(415, field, found, expected);
  }

  /** It is WeChat's answer that is not what it should be. */
  static BadMedia fromWeChat(String field, String found, String expected) {
    return new BadMedia(502, field, found, expected);
  }

  /** What to tell an HTTP client: 400, 413, 415 or 502. */
  public int status() {
    return status;
  }

  String found() {
    return found;
  }

  String expected() {
    return expected;
  }
}
