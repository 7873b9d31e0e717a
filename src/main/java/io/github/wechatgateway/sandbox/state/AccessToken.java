package io.github.wechatgateway.sandbox.state;

import java.time.Duration;
import java.time.Instant;

/**
 * An access_token that was given out.
 *
 * @param expiry the end of its two hours
 * @param end when it stops to work; before its expiry if another one took its place
 */
record AccessToken(String value, Instant expiry, Instant end) {

  TokenState at(Instant now) {
    if (!now.isBefore(expiry)) {
      return TokenState.EXPIRED;
    }
    return now.isBefore(end) ? TokenState.VALID : TokenState.NOT_LATEST;
  }

  Duration remaining(Instant now) {
    return Duration.between(now, end);
  }

  AccessToken endingBy(Instant time) {
    return time.isBefore(end) ? new AccessToken(value, expiry, time) : this;
  }

  /** A token is nothing for logs. */
  @Override
  public String toString() {
    return "access_token until " + end;
  }
}
