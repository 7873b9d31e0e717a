package io.github.wechatgateway.sandbox;

/** The bodies of the requests that are being worked on take all the memory that they may. */
final class TooManyBodies extends Exception {
  private static final long serialVersionUID = 1L;

  TooManyBodies() {
    super(
        "body: those of other requests take wechat.sandbox.max-bodies (expected: fewer at a time)",
        null,
        false,
        false);
  }
}
