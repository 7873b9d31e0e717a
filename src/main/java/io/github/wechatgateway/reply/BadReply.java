package io.github.wechatgateway.reply;

/**
 * A reply that WeChat would show to the user as a fault. The text names the field, never what is in
 * it.
 */
public final class BadReply extends Exception {
  private static final long serialVersionUID = 1L;

  BadReply(String field, String found, String expected) {
    super("%s: %s (expected: %s)".formatted(field, found, expected));
  }
}
