package io.github.wechatgateway.sandbox.state;

/** What an access_token is good for. */
public enum TokenState {
  VALID,
  /** Its two hours are over. */
  EXPIRED,
  /** It gave way to another one before its time, or nobody remembers it. */
  NOT_LATEST,
  /** It has not even the form of a token. */
  MALFORMED
}
