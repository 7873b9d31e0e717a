package io.github.wechatgateway.sandbox.page;

/** As many pages as may listen already. */
public final class TooManyListeners extends Exception {
  private static final long serialVersionUID = 1L;

  TooManyListeners(int most) {
    super(
        "events: %d pages listen (expected: fewer; close one)".formatted(most), null, false, false);
  }
}
