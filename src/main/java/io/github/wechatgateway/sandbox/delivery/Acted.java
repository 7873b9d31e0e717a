package io.github.wechatgateway.sandbox.delivery;

/** Is told what users do, as it opens the time in which an account may write to them. */
@FunctionalInterface
public interface Acted {
  /**
   * A message is sent, and its first try is next.
   *
   * @param account its name
   * @param event empty for a message that is no event
   */
  void acted(String account, String user, String msgType, String event);
}
