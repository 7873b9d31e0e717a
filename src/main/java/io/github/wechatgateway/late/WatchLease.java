package io.github.wechatgateway.late;

import io.github.wechatgateway.claim.Claims;
import io.github.wechatgateway.claim.Holder;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Finds out what became of a message whose lease is over. It leaves who has the message in {@code
 * wechatHolder}: its {@code HANDLER}, so that it needs another lease; {@code NOBODY} or the {@code
 * QUEUE}, so that this copy of it is not needed; or {@code UNKNOWN}, since its process is gone.
 */
public final class WatchLease implements Processor {
  private static final int SECONDS_FOR_AN_ANSWER = 5;

  private final Claims claims;
  private final LateLimits limits;
  private final Clock clock;

  public WatchLease(Claims claims, LateLimits limits, Clock clock) {
    this.claims = claims;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    LateMessage message;
    try {
      message = QueuedMessage.of(exchange);
    } catch (UnreadableMessage unreadable) {
      Burial.leave(unreadable, Queues.LEASE, exchange, clock);
      return;
    }
    Holder holder =
        claims
            .endLease(message.key())
            .toCompletableFuture()
            .get(SECONDS_FOR_AN_ANSWER, TimeUnit.SECONDS);
    LateMessage next =
        switch (holder) {
          case HANDLER -> message.leasedAgain();
          case UNKNOWN -> message.lostAgain();
          default -> message;
        };
    QueuedMessage.leave(holder.name(), next, exchange);
    if (holder == Holder.HANDLER) {
      QueuedMessage.due(clock.millis() + limits.lease(next.leases()).toMillis(), exchange);
    }
  }
}
