package io.github.wechatgateway.late;

import java.util.List;

/**
 * An answer on its way to its user, or what is left of it.
 *
 * @param id of which the outbox takes one: the key of the message that is answered, say. It may
 *     stand in a log
 * @param account the account's name in the settings
 * @param user the user's OpenID
 * @param parts what is posted to WeChat, a call each, in this order: JSON; at least one
 * @param attempts how often the first of them failed
 * @param since when the answer was there, in milliseconds since 1970
 * @param lastFailure why it failed the last time; empty where it did not
 */
public record OutboxMessage(
    String id,
    String account,
    String user,
    List<String> parts,
    int attempts,
    long since,
    String lastFailure) {

  /** Takes an answer as it is now. */
  public OutboxMessage {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts: none (expected: at least one)");
    }
  }

  /** What is to be sent now. */
  public String part() {
    return parts.get(0);
  }

  boolean isLastPart() {
    return parts.size() == 1;
  }

  /** What is left when the first part is sent. */
  OutboxMessage rest() {
    return new OutboxMessage(id, account, user, parts.subList(1, parts.size()), 0, since, "");
  }

  /** The same, with one failure more. */
  OutboxMessage failed(String reason) {
    return new OutboxMessage(id, account, user, parts, attempts + 1, since, reason);
  }

  /** Without the user and what is said. */
  @Override
  public String toString() {
    return "OutboxMessage[id=%s, account=%s, parts=%d, attempts=%d, since=%d]"
        .formatted(id, account, parts.size(), attempts, since);
  }
}
