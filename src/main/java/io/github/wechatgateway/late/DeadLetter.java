package io.github.wechatgateway.late;

/**
 * What could not be delivered.
 *
 * @param id of the message
 * @param account the account's name in the settings; empty where the message names none
 * @param queue where it waited last
 * @param message its text in that queue
 * @param reason fit for a log
 * @param errcode WeChat's; 0 where it gave none
 * @param attempts that failed
 * @param time when it was given up, in milliseconds since 1970
 */
public record DeadLetter(
    String id,
    String account,
    String queue,
    String message,
    String reason,
    int errcode,
    int attempts,
    long time) {

  /** An answer that is given up while it waits in a queue. */
  static DeadLetter of(OutboxMessage answer, String queue, String reason, int errcode, long time) {
    String text = QueueText.OUTBOX.write(answer);
    return new DeadLetter(
        answer.id(), answer.account(), queue, text, reason, errcode, answer.attempts(), time);
  }

  /** Without the message. */
  @Override
  public String toString() {
    return "DeadLetter[id=%s, account=%s, queue=%s, reason=%s, errcode=%d, attempts=%d, time=%d]"
        .formatted(id, account, queue, reason, errcode, attempts, time);
  }
}
