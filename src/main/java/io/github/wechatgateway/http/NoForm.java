package io.github.wechatgateway.http;

/** A request that should bring a file in a form, and does not. */
public final class NoForm extends Exception {
  private static final long serialVersionUID = 1L;

  NoForm(String found, String expected) {
    super("body: %s (expected: %s)".formatted(found, expected), null, false, false);
  }
}
