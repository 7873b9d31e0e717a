package io.github.wechatgateway.reply;

/**
 * A reply that WeChat would show to the user as a fault. The text names the field, never what is in
 * it.
 */
public final class BadReply extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String found;
  private final String expected;

  /**
   * Of a field.
   *
   * @param found its shape, never what it holds
   */
  public BadReply(String field, String found, String expected) {
    super("%s: %s (expected: %s)".formatted(field, found, expected));
    this.field = field;
    this.found = found;
    this.expected = expected;
  }

  /** The same, of a reply in a file. */
  BrokenReplyFile in(String file) {
    return new BrokenReplyFile(file + ", " + field, found, expected);
  }
}
