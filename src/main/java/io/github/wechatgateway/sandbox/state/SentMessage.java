package io.github.wechatgateway.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A customer-service message that an account sent.
 *
 * @param account the account's name
 * @param message the whole of it, as it was sent
 */
public record SentMessage(
    String account, String openId, Instant time, String msgType, JsonNode message) {

  /** The rest is nothing for logs. */
  @Override
  public String toString() {
    return msgType + " of " + account;
  }
}
