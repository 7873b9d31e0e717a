package io.github.wechatgateway.claim;

/** The handler has failed, or was not run: there is no answer to wait for. */
public final class HandlerFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public HandlerFailed(Throwable cause) {
    super("the handler failed", cause, false, false);
  }
}
