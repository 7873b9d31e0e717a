package io.github.wechatgateway.claim;

/** A message could not be put on disk: WeChat has to ask again. */
public final class NotDeferred extends Exception {
  private static final long serialVersionUID = 1L;

  NotDeferred(Throwable cause) {
    super("not on disk: " + cause.getMessage(), cause, false, false);
  }
}
