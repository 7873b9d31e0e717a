package io.github.wechatgateway.late;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.claim.Claim;
import io.github.wechatgateway.claim.Claims;
import io.github.wechatgateway.claim.HandledMessage;
import io.github.wechatgateway.claim.Holder;
import io.github.wechatgateway.claim.RunHandler;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.MessageReader;
import io.github.wechatgateway.message.NotAMessage;
import io.github.wechatgateway.record.About;
import io.github.wechatgateway.record.After.What;
import io.github.wechatgateway.record.Lateness;
import io.github.wechatgateway.record.MessageRecord;
import io.github.wechatgateway.record.Records;
import io.github.wechatgateway.reply.KeptReply;
import io.github.wechatgateway.step.TraceParent;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultExchange;

/**
 * Has a late message handled, once another handler may run, and leaves in {@code wechatHolder} what
 * its route is to do: put it into its lease, since its {@code HANDLER} runs; nothing more, since
 * {@code NOBODY} needs it; or lay it aside as {@code DEAD}.
 *
 * <p>If the transaction around it fails, the message comes again, and its claim says that it is
 * being handled.
 */
public final class HandleLate implements Processor {
  private static final int SECONDS_FOR_AN_ANSWER = 5;

  /** Milliseconds between two looks at whether we are to stop. */
  private static final long LOOK = 500;

  private final MessageReader reader = new MessageReader();
  private final Claims claims;
  private final RunHandler handlers;
  private final LateLimits limits;
  private final Records records;
  private final Clock clock;

  /** Has them handled, and recorded. */
  public HandleLate(
      Claims claims, RunHandler handlers, LateLimits limits, Records records, Clock clock) {
    this.claims = claims;
    this.handlers = handlers;
    this.limits = limits;
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    try {
      LateMessage message = QueuedMessage.of(exchange);
      if (clock.millis() - message.since() > limits.maxAge().toMillis()) {
        bury(message, "older than wechat.late.max-age", exchange);
      } else if (limits.isHopeless(message.attempts())) {
        bury(message, "its process ended each time", exchange);
      } else {
        handle(message, exchange);
      }
    } catch (UnreadableMessage unreadable) {
      Burial.leave(unreadable, Queues.LATE, exchange, clock);
    }
  }

  private void handle(LateMessage message, Exchange exchange) throws Exception {
    Exchange own = new DefaultExchange(exchange.getContext());
    try {
      read(message, own);
    } catch (NotAMessage not) {
      Burial.leave(message, String.valueOf(not.getMessage()), exchange, clock);
      return;
    }
    MessageRecord.of(own).trace(TraceParent.of(exchange)); // else it is that of its callback
    awaitPlace(exchange);
    Claim claim =
        claims
            .claimLate(message.key())
            .toCompletableFuture()
            .get(SECONDS_FOR_AN_ANSWER, TimeUnit.SECONDS);
    if (claim.first()) {
      handlers.startLate(own, claim, message.attempts());
      lease(message, exchange);
      return;
    }
    handlers.leaveLate();
    if (claim.holder() == Holder.NOBODY) {
      QueuedMessage.leave(Holder.NOBODY.name(), message, exchange);
    } else {
      lease(message, exchange);
    }
  }

  private void bury(LateMessage message, String reason, Exchange exchange) {
    Burial.leave(message, reason, exchange, clock);
    records.of(message.key()).then(What.DEAD, 0, message.attempts(), reason, "");
  }

  private void lease(LateMessage message, Exchange exchange) {
    QueuedMessage.leave(Holder.HANDLER.name(), message, exchange);
    QueuedMessage.due(clock.millis() + limits.lease(0).toMillis(), exchange);
  }

  /** The thread waits, and one message with it: there is nothing else for it to do. */
  private void awaitPlace(Exchange exchange) throws InterruptedException {
    while (!handlers.awaitLate(LOOK)) {
      if (exchange.getContext().isStopping()) {
        throw new IllegalStateException("stopping: the message stays in its queue");
      }
    }
  }

  private void read(LateMessage message, Exchange own) throws NotAMessage {
    byte[] xml = message.xml().getBytes(UTF_8);
    Message read = reader.read(xml);
    HandledMessage.put(message.account(), read, xml, own);
    record(message, read).putInto(own);
    own.setProperty("wechatTry", message.tries());
    own.setProperty(Late.SINCE, message.since());
  }

  /** It may be from before a restart. */
  private MessageRecord record(LateMessage message, Message read) {
    boolean shown = KeptReply.goesWith(read);
    MessageRecord record =
        records.begin(message.key(), () -> About.of(message.account(), message.key(), read, shown));
    record.late(Lateness.Why.RESTART); // unless it says why already
    return record;
  }
}
