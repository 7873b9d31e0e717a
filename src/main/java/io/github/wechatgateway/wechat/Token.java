package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Secret;
import java.time.Duration;
import java.time.Instant;

/**
 * What WeChat gave for a while: an access token, or a jsapi_ticket.
 *
 * @param value 512 characters and more; nothing is known of their form
 * @param end when it is over, by the gateway's clock
 */
public record Token(Secret value, Instant end) {

  /** How long it works; nothing or less if it is over. */
  public Duration left(Instant now) {
    return Duration.between(now, end);
  }

  boolean is(Token other) {
    return value.equals(other.value);
  }
}
