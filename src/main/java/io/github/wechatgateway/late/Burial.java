package io.github.wechatgateway.late;

import java.time.Clock;
import org.apache.camel.Exchange;

/** Lays aside what comes out of a queue and can't be dealt with: {@code DEAD} for its route. */
final class Burial {
  private static final String DEAD = "DEAD";

  private Burial() {}

  static void leave(UnreadableMessage unreadable, String queue, Exchange exchange, Clock clock) {
    String text = QueuedMessage.text(exchange);
    String id = exchange.getMessage().getHeader("JMSMessageID", String.class);
    String reason = String.valueOf(unreadable.getMessage());
    String account = QueueText.account(text);
    leave(new DeadLetter(id, account, queue, text, reason, 0, 0, clock.millis()), exchange);
  }

  static void leave(LateMessage message, String reason, Exchange exchange, Clock clock) {
    leave(of(message, reason, clock), exchange);
  }

  static DeadLetter of(LateMessage message, String reason, Clock clock) {
    return new DeadLetter(
        message.key(),
        message.account(),
        Queues.LATE,
        QueueText.LATE.write(message),
        reason,
        0,
        message.attempts(),
        clock.millis());
  }

  private static void leave(DeadLetter letter, Exchange exchange) {
    QueuedMessage.leave(DEAD, QueueText.DEAD.write(letter), exchange);
    DeadQueue.properties(letter).forEach(exchange.getMessage()::setHeader);
  }
}
