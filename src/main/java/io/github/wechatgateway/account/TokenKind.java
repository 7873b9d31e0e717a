package io.github.wechatgateway.account;

/** By which call an account gets its access token. */
public enum TokenKind {
  /** {@code cgi-bin/stable_token}: other programs that ask get the same one. */
  STABLE,
  /** {@code cgi-bin/token}: each that asks ends what the others have, five minutes later. */
  CLASSIC
}
