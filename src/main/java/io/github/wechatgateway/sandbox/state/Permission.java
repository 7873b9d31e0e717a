package io.github.wechatgateway.sandbox.state;

/** Whether a user may be written to. */
public enum Permission {
  GRANTED,
  UNKNOWN_USER,
  UNSUBSCRIBED,
  /** The user did nothing that would allow it, or too long ago. */
  TOO_LATE,
  /** As many messages were sent as what the user did allows. */
  USED_UP,
  /** The user sees already that a text is being typed. */
  TYPING_ALREADY
}
