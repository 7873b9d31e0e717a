package io.github.wechatgateway.late;

import static java.util.Objects.requireNonNullElse;

import org.apache.camel.Exchange;

/** A message of the late queues in an exchange: what the steps of their routes hand on. */
final class QueuedMessage {
  /** What the route does with it: the holder of the message, see the route. */
  private static final String HOLDER = "wechatHolder";

  /** Artemis lets it out then, in milliseconds since 1970. */
  private static final String DUE = "_AMQ_SCHED_DELIVERY";

  private QueuedMessage() {}

  static LateMessage of(Exchange exchange) throws UnreadableMessage {
    return QueueText.LATE.read(text(exchange));
  }

  /** Empty where there is none. */
  static String text(Exchange exchange) {
    return requireNonNullElse(exchange.getMessage().getBody(String.class), "");
  }

  static void leave(String holder, LateMessage message, Exchange exchange) {
    leave(holder, QueueText.LATE.write(message), exchange);
  }

  static void leave(String holder, String text, Exchange exchange) {
    exchange.getMessage().removeHeaders("*");
    exchange.setProperty(HOLDER, holder);
    exchange.getMessage().setBody(text);
  }

  static void due(long time, Exchange exchange) {
    exchange.getMessage().setHeader(DUE, time);
  }
}
