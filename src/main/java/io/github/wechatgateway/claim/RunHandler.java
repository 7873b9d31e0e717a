package io.github.wechatgateway.claim;

import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.HandlerName;
import io.github.wechatgateway.observe.LogFailure;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;

/**
 * Starts the handler of a message that was claimed first, on the handlers' own pool, and publishes
 * what it answers. The exchange that asked goes on at once.
 */
public final class RunHandler implements Processor {
  private static final List<String> HANDED =
      List.of(
          "wechatAccount",
          "wechatMessage",
          "wechatUser",
          "wechatMessageKey",
          "wechatTry",
          "wechatMsgType",
          "wechatEvent");

  private final AsyncProcessor routeMessage;
  private final RenderReply replies;
  private final Function<Exchange, String> lateText;
  private final HandlerPool pool;
  private final Semaphore permits;
  private final LogFailure failures;
  private final Counters counters;
  private final Set<Running> running = ConcurrentHashMap.newKeySet();

  /**
   * For all messages of a context.
   *
   * @param routeMessage leads to the route that takes a message to its handler
   * @param lateText what the user of an account reads in place of an answer that is given up, as
   *     the XML of a reply
   * @param maxRunning handlers at a time, those included that wait for a thread; no more are
   *     started
   */
  public RunHandler(
      AsyncProcessor routeMessage,
      RenderReply replies,
      Function<Exchange, String> lateText,
      HandlerPool pool,
      int maxRunning,
      LogFailure failures,
      Counters counters) {
    this.routeMessage = routeMessage;
    this.replies = replies;
    this.lateText = lateText;
    this.pool = pool;
    this.failures = failures;
    this.counters = counters;
    this.permits = new Semaphore(maxRunning);
  }

  @Override
  public void process(Exchange exchange) {
    Claim claim = exchange.getProperty(ClaimMessage.CLAIM, Claim.class);
    Running handler = new Running(handed(exchange), claim);
    if (!permits.tryAcquire()) {
      handler.fail(new RejectedExecutionException("wechat.handlers.max-running are running"));
      return;
    }
    running.add(handler);
    try {
      pool.execute(handler.kind(), handler::start);
    } catch (RuntimeException | Error noThread) {
      handler.end(noThread);
    }
  }

  /**
   * Gives up the handlers that have been running for longer: nobody waits for their answers any
   * more, and they are not run again. To be called now and then: a timer for each handler would
   * cost more than most handlers.
   */
  public void giveUpAfter(long seconds) {
    long latest = System.nanoTime() - TimeUnit.SECONDS.toNanos(seconds);
    for (Running handler : running) {
      if (handler.started - latest < 0) {
        handler.giveUp();
      }
    }
  }

  /** What a handler gets: nothing of the door's, neither keys nor connection. */
  private static Exchange handed(Exchange exchange) {
    Exchange own = new DefaultExchange(exchange.getContext(), ExchangePattern.InOut);
    own.getMessage().setBody(exchange.getMessage().getBody());
    for (String name : HANDED) {
      own.setProperty(name, exchange.getProperty(name));
    }
    return own;
  }

  /** One handler that runs, or waits for a thread. */
  private final class Running {
    private final Exchange own;
    private final Claim claim;
    private final long started = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();

    Running(Exchange own, Claim claim) {
      this.own = own;
      this.claim = claim;
    }

    /** Messages of one MsgType, or one Event, are of a kind. */
    String kind() {
      return own.getProperty("wechatEvent", own.getProperty("wechatMsgType"), String.class);
    }

    void start() {
      if (!running.contains(this)) { // given up before a thread was free
        permits.release();
        return;
      }
      try {
        routeMessage.process(own, sync -> end(own.getException()));
      } catch (RuntimeException | Error outsideOfTheRoute) {
        end(outsideOfTheRoute);
      }
    }

    private void end(@Nullable Throwable thrown) {
      if (ended.getAndSet(true)) {
        return;
      }
      permits.release();
      boolean givenUp = !running.remove(this);
      counters.handled(
          own.getProperty("wechatAccount", String.class),
          HandlerName.of(own),
          System.nanoTime() - started);
      if (givenUp) {
        return;
      }
      if (thrown == null) {
        publish();
      } else {
        fail(thrown);
      }
    }

    private void publish() {
      try {
        replies.render(own).thenAccept(claim::publish);
      } catch (RuntimeException unreadable) { // a stream that broke off, say
        fail(unreadable);
      }
    }

    void fail(Throwable thrown) {
      try {
        failures.log(own, thrown);
      } finally {
        claim.fail(thrown);
      }
    }

    void giveUp() {
      if (!running.remove(this)) { // it has just ended
        return;
      }
      try {
        failures.logGivenUp(own, new TimeoutException("longer than wechat.handlers.max-time"));
      } finally {
        claim.publish(lateText.apply(own));
      }
    }
  }
}
