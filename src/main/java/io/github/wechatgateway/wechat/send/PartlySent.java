package io.github.wechatgateway.wechat.send;

/** An answer of several messages, of which the user got the first ones only. The cause says why. */
public final class PartlySent extends Exception {
  private static final long serialVersionUID = 1L;

  PartlySent(int sent, int messages, Throwable cause) {
    super("%d of %d messages were sent: %s".formatted(sent, messages, cause.getMessage()), cause);
  }
}
