package io.github.wechatgateway.sandbox.api;

/** A call that is answered with an error code. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final ErrCode errCode;

  Refusal(ErrCode errCode) {
    super(errCode.toString(), null, false, false);
    this.errCode = errCode;
  }

  ErrCode errCode() {
    return errCode;
  }
}
