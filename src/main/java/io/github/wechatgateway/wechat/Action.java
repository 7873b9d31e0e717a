package io.github.wechatgateway.wechat;

/** What the gateway does about an answer. */
enum Action {
  /** Gives it to the caller. */
  PASS,
  /** Repeats the call after 1, 2 and 4 seconds, on the next host if this one does not answer. */
  TRY_AGAIN,
  /** Replaces the token, if nobody has yet, and repeats the call once. */
  RENEW_TOKEN,
  /** Refuses calls of this path to this account until 00:00 in Beijing. */
  PAUSE_UNTIL_MIDNIGHT,
  /** Refuses calls of this path to this account for 60 seconds. */
  PAUSE_A_MINUTE,
  /**
   * Refuses what fails in the same way, but for a call every few minutes to see whether it is
   * mended.
   */
  OPEN_CIRCUIT,
  /** The same, of calls for a token; of another call it may be the caller's mistake. */
  OPEN_CIRCUIT_OF_TOKEN,
  /** Tells the caller: another try would end the same way. */
  GIVE_UP
}
