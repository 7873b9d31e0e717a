package io.github.wechatgateway.message;

/**
 * A body that is no message of WeChat's. Its text names what is wrong, never what the body holds.
 */
public final class NotAMessage extends Exception {
  private static final long serialVersionUID = 1L;

  NotAMessage(String reason) {
    super(reason, null, false, false); // made from hostile input: no stack trace to pay for
  }
}
