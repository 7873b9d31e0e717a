package io.github.wechatgateway.claim;

import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.HandlerName;
import io.github.wechatgateway.record.Lateness;
import io.github.wechatgateway.record.MessageRecord;
import io.github.wechatgateway.record.Run;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.step.TraceParent;
import io.github.wechatgateway.thread.SharedThreads;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;

/**
 * Starts the handler of a message that was claimed first, on the handlers' own pool. The exchange
 * that asked goes on at once.
 */
public final class RunHandler implements Processor {
  private static final List<String> HANDED =
      List.of(
          "wechatAccount",
          "wechatMessage",
          "wechatXml",
          "wechatUser",
          "wechatMessageKey",
          "wechatTry",
          "wechatMsgType",
          "wechatEvent");

  private final AsyncProcessor routeMessage;
  private final EndHandler end;
  private final SharedThreads threads;
  private final Supplier<Lateness.@Nullable Why> noRoom;
  private final Semaphore permits;
  private final Semaphore latePermits;
  private final Typing typing;
  private final Counters counters;
  private final Set<Running> running = ConcurrentHashMap.newKeySet();

  /**
   * For all messages of a context.
   *
   * @param routeMessage leads to the route that takes a message to its handler
   * @param noRoom why no handler may be started; null where one may
   * @param maxRunning handlers at a time, those included that wait for a thread; no more are
   *     started. Late messages get at most a half
   */
  public RunHandler(
      AsyncProcessor routeMessage,
      EndHandler end,
      SharedThreads threads,
      Supplier<Lateness.@Nullable Why> noRoom,
      int maxRunning,
      Typing typing,
      Counters counters) {
    this.routeMessage = routeMessage;
    this.end = end;
    this.threads = threads;
    this.noRoom = noRoom;
    this.typing = typing;
    this.counters = counters;
    this.permits = new Semaphore(maxRunning);
    this.latePermits = new Semaphore(Math.max(1, maxRunning / 2));
  }

  @Override
  public void process(Exchange exchange) {
    Claim claim = exchange.getProperty(ClaimMessage.CLAIM, Claim.class);
    Exchange own = handed(exchange);
    Lateness.Why full = noRoom.get();
    if (full == null && !permits.tryAcquire()) {
      full = Lateness.Why.OVERFLOW;
    }
    if (full == null) {
      new Running(own, claim, permits::release).begin();
    } else {
      end.refused(full, own, claim);
    }
  }

  /**
   * Waits until another late message may be handled: at most so long.
   *
   * @return whether it may; then {@link #startLate} or {@link #leaveLate} has to follow
   */
  public boolean awaitLate(long millis) throws InterruptedException {
    if (!latePermits.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      return false;
    }
    if (permits.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      return true;
    }
    latePermits.release();
    return false;
  }

  /** Gives the place back that was awaited. */
  public void leaveLate() {
    permits.release();
    latePermits.release();
  }

  /**
   * Handles a late message.
   *
   * @param message has the properties that a handler gets
   * @param attempts how often its handler was started before
   */
  public void startLate(Exchange message, Claim claim, int attempts) {
    Exchange own = handed(message);
    own.setProperty("wechatLate", true);
    EndHandler.putAttempts(attempts, own);
    new Running(own, claim, this::leaveLate).begin();
  }

  /** Whether a handler runs, or waits for a thread. */
  public boolean isBusy() {
    return !running.isEmpty();
  }

  /**
   * Gives up the handlers that have been running for longer: nobody waits for their answers any
   * more, and they are not run again. Shows the users of deferred ones that their answers are being
   * written. To be called now and then: a timer for each handler would cost more than most
   * handlers.
   */
  public void giveUpAfter(long seconds) {
    long now = System.nanoTime();
    for (Running handler : running) {
      if (now - handler.started > TimeUnit.SECONDS.toNanos(seconds)) {
        handler.giveUp();
      } else if (handler.claim.deferred()) {
        handler.shown = typing.show(handler.shown, now - handler.started, handler.own);
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
    MessageRecord.handOn(exchange, own);
    TraceParent.put(MessageRecord.of(own).trace(), own);
    return own;
  }

  /** One handler that runs, or waits for a thread. */
  private final class Running {
    private final Exchange own;
    private final Claim claim;
    private final Runnable release;
    private final long started = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Run run;
    private int shown;

    Running(Exchange own, Claim claim, Runnable release) {
      this.own = own;
      this.claim = claim;
      this.release = release;
      this.run = MessageRecord.of(own).began();
    }

    void begin() {
      running.add(this);
      try {
        threads.execute(kind(), this::start);
      } catch (RuntimeException | Error noThread) {
        end(noThread);
      }
    }

    /** Messages of one MsgType, or one Event, are of a kind. */
    private String kind() {
      return own.getProperty("wechatEvent", own.getProperty("wechatMsgType"), String.class);
    }

    private void start() {
      if (!running.contains(this)) { // given up before a thread was free
        release.run();
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
      String why = thrown == null ? "" : thrown.getClass().getName();
      run.ended(thrown == null ? Run.End.DONE : Run.End.FAILED, HandlerName.of(own), why);
      counters.handled(
          own.getProperty("wechatAccount", String.class),
          HandlerName.of(own),
          System.nanoTime() - started);
      if (!running.remove(this)) { // given up
        release.run();
        return;
      }
      // Its place is free when its answer is safe: what waits for the disk is bounded too.
      safe(thrown).whenComplete((done, failed) -> release.run());
    }

    private CompletionStage<?> safe(@Nullable Throwable thrown) {
      return thrown == null
          ? end.answered(own, claim)
              .<Object>thenApply(done -> done)
              .exceptionallyCompose(unreadable -> failed(AsyncStep.cause(unreadable)))
          : failed(thrown);
    }

    private CompletionStage<Object> failed(Throwable thrown) {
      return end.failed(thrown, own, claim).thenApply(done -> done);
    }

    private void giveUp() {
      if (running.remove(this)) { // else it has just ended
        run.ended(Run.End.GIVEN_UP, HandlerName.of(own), "wechat.handlers.max-time");
        end.givenUp(own, claim);
      }
    }
  }
}
