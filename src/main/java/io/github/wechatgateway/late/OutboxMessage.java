package io.github.wechatgateway.late;

/**
 * An answer on its way to its user, or what is left of it.
 *
 * @param id of which the outbox takes one: the key of the message that is answered, say. It may
 *     stand in a log
 * @param account the account's name in the settings
 * @param user the user's OpenID
 * @param reply JSON in the shape of the customer-service API, without {@code touser}. The files
 *     that it names are uploaded when it is sent
 * @param sent how many of the messages that it becomes WeChat has taken
 * @param attempts how often the next of them failed
 * @param since when the answer was there, in milliseconds since 1970
 * @param lastFailure why it failed the last time; empty where it did not
 */
public record OutboxMessage(
    String id,
    String account,
    String user,
    Origin origin,
    String reply,
    int sent,
    int attempts,
    long since,
    String lastFailure) {

  /** Where it comes from. */
  public enum Origin {
    /** A handler, which answers a user. */
    ANSWER,
    /** A program, through the gateway API. */
    API
  }

  /** One of which nothing is sent yet. */
  public static OutboxMessage of(
      String id, String account, String user, Origin origin, String reply, long since) {
    return new OutboxMessage(id, account, user, origin, reply, 0, 0, since, "");
  }

  /** What is left when WeChat has taken one message more. */
  OutboxMessage rest() {
    return new OutboxMessage(id, account, user, origin, reply, sent + 1, 0, since, "");
  }

  /** What is left when the user has so many messages of it. */
  OutboxMessage sentUpTo(int number) {
    return new OutboxMessage(id, account, user, origin, reply, number, 0, since, "");
  }

  /** The same, with one failure more. */
  OutboxMessage failed(String reason) {
    return new OutboxMessage(id, account, user, origin, reply, sent, attempts + 1, since, reason);
  }

  /** The same, as if it had never failed. */
  OutboxMessage anew(long now) {
    return new OutboxMessage(id, account, user, origin, reply, sent, 0, now, "");
  }

  /** Without the user and what is said. */
  @Override
  public String toString() {
    return "OutboxMessage[id=%s, account=%s, origin=%s, sent=%d, attempts=%d, since=%d]"
        .formatted(id, account, origin, sent, attempts, since);
  }
}
