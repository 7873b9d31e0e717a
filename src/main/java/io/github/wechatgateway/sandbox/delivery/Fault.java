package io.github.wechatgateway.sandbox.delivery;

/** An answer that WeChat can't show: the user reads {@link Delivered#NOTICE} in its place. */
final class Fault extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param element where in the answer: {@code Image.MediaId}
   */
  Fault(String element, String found, String expected) {
    super("%s: %s (expected: %s)".formatted(element, found, expected));
  }
}
