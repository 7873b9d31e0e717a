package io.github.wechatgateway.http;

/** A body that is longer than whoever reads it allows. */
public final class TooLarge extends Exception {
  private static final long serialVersionUID = 1L;

  TooLarge() {
    super(
        "the body is too long", null, false, false); // a client's doing: no stack trace to pay for
  }
}
