package io.github.wechatgateway.claim;

import io.github.wechatgateway.observe.LogFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ExchangeHelper;

/**
 * Starts the handler of a message that was claimed first, on the handlers' own pool, and publishes
 * what it answers. The exchange that asked goes on at once.
 */
public final class RunHandler implements Processor {
  private final AsyncProducer routeMessage;
  private final RenderReply replies;
  private final HandlerPool pool;
  private final Semaphore permits;
  private final LogFailure failures;
  private final long maxSeconds;

  /**
   * For all messages of a context.
   *
   * @param routeMessage leads to the route that takes a message to its handler
   * @param maxRunning handlers at a time, those included that wait for a thread; no more are
   *     started
   * @param maxSeconds a handler that takes longer is given up
   */
  public RunHandler(
      AsyncProducer routeMessage,
      RenderReply replies,
      HandlerPool pool,
      int maxRunning,
      int maxSeconds,
      LogFailure failures) {
    this.routeMessage = routeMessage;
    this.replies = replies;
    this.pool = pool;
    this.maxSeconds = maxSeconds;
    this.failures = failures;
    this.permits = new Semaphore(maxRunning);
  }

  @Override
  public void process(Exchange exchange) {
    Claim claim = exchange.getProperty(ClaimMessage.CLAIM, Claim.class);
    Exchange own = ExchangeHelper.createCopy(exchange, true);
    if (!permits.tryAcquire()) {
      fail(own, claim, new RejectedExecutionException("wechat.handlers.max-running are running"));
      return;
    }
    CompletableFuture<Void> handled = new CompletableFuture<>();
    handled.thenRun(permits::release);
    handled
        .thenRun(() -> end(own, claim))
        .orTimeout(maxSeconds, TimeUnit.SECONDS)
        .exceptionally(
            late -> {
              fail(own, claim, late);
              return null;
            });
    pool.execute(kind(own), () -> routeMessage.process(own, sync -> handled.complete(null)));
  }

  /** Messages of one MsgType, or one Event, are of a kind. */
  private static String kind(Exchange own) {
    return own.getProperty("wechatMsgType", "", String.class)
        + own.getProperty("wechatEvent", "", String.class);
  }

  private void end(Exchange own, Claim claim) {
    if (own.getException() == null) {
      claim.publish(replies.render(own));
    } else {
      fail(own, claim, own.getException());
    }
  }

  private void fail(Exchange own, Claim claim, Throwable thrown) {
    failures.log(own, thrown);
    claim.fail(thrown);
  }
}
