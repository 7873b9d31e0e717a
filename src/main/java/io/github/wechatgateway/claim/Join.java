package io.github.wechatgateway.claim;

import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.http.Connection;
import io.github.wechatgateway.record.Lateness;
import io.github.wechatgateway.record.MessageRecord;
import io.github.wechatgateway.record.Try;
import io.github.wechatgateway.step.AsyncStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Waits, without a thread, for the answer of whoever handles the message. The answer becomes the
 * body.
 *
 * <p>Shortly before its budget is over, a try for which there is none puts the message on disk and
 * is then answered with nothing: the answer follows by customer service. For an account that can't
 * send it so, the first tries are left open instead (WeChat closes them after five seconds and asks
 * again), and the last one alone does this; its user reads the account's late text.
 */
public final class Join extends AsyncProcessorSupport {
  /** Milliseconds before the end of the budget, for the way to the disk. */
  private static final long TO_DISK = 300;

  /** Milliseconds after the end of the budget: what is on disk then is too late to be told. */
  private static final long TOO_LATE = 300;

  /** WeChat has closed the connection at five seconds; this is for when it has not told us. */
  private static final long CLOSED_AFTER = 6_000;

  private final long budget;
  private final LatePath late;
  private final BooleanSupplier stopping;
  private final Function<Exchange, String> lateText;

  /**
   * For all accounts.
   *
   * @param budget milliseconds from the headers of a try to its answer
   * @param stopping whether the gateway is about to end
   * @param lateText what the user of an account reads when even the last try is too early, as the
   *     XML of a reply
   */
  public Join(
      long budget, LatePath late, BooleanSupplier stopping, Function<Exchange, String> lateText) {
    this.budget = budget;
    this.late = late;
    this.stopping = stopping;
    this.lateText = lateText;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    CompletableFuture<String> answer =
        exchange.getProperty(ClaimMessage.CLAIM, Claim.class).answer().toCompletableFuture();
    if (answer.isDone() && !answer.isCompletedExceptionally()) {
      answer(answer.join(), exchange);
      callback.done(true);
      return true;
    }
    new Waiting(exchange, callback).waitFor(answer);
    return false;
  }

  private void answer(String xml, Exchange exchange) {
    exchange.getMessage().setBody(xml);
    boolean answered = exchange.getProperty(ClaimMessage.CLAIM, Claim.class).answered();
    Try.Answer reply = answered ? Try.Answer.REPLY : Try.Answer.LATE_TEXT;
    Try.of(exchange).answered(xml.isEmpty() ? Try.Answer.EMPTY : reply);
    if (answered) {
      late.written(exchange, isLast(exchange));
    }
  }

  private static boolean isLast(Exchange exchange) {
    return exchange.getProperty(ClaimMessage.TRY, Integer.class) >= Tries.LAST;
  }

  /** One try that waits. All that can end it happens on its connection's event loop. */
  private final class Waiting {
    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Connection connection;
    private final List<Future<?>> timers = new ArrayList<>(2);
    private boolean ended;

    Waiting(Exchange exchange, AsyncCallback callback) {
      this.exchange = exchange;
      this.callback = callback;
      connection = Connection.of(exchange);
    }

    void waitFor(CompletableFuture<String> answer) {
      String account = exchange.getProperty("wechatAccount", String.class);
      boolean follows = late.lateReply(account) == LateReply.CUSTOMER_SERVICE;
      if (follows || isLast(exchange)) {
        at(budget - TO_DISK, () -> defer(follows));
        at(budget + TOO_LATE, this::leaveOpen);
      } else {
        at(CLOSED_AFTER, this::leaveOpen);
      }
      connection.onClose(() -> gone(follows));
      answer.whenComplete(
          (xml, failed) ->
              connection
                  .eventLoop()
                  .execute(failed == null ? () -> answer(xml) : () -> fail(failed)));
    }

    private void at(long millis, Runnable action) {
      long left = millis - connection.elapsed();
      timers.add(connection.eventLoop().schedule(action, left, TimeUnit.MILLISECONDS));
    }

    /** All copies that wait are answered with this, by their claim. */
    private void defer(boolean follows) {
      exchange
          .getProperty(ClaimMessage.CLAIM, Claim.class)
          .defer(
              Holder.HANDLER, follows ? "" : lateText.apply(exchange), () -> late.lease(exchange))
          .whenComplete(
              (mine, failed) -> {
                if (failed == null && mine) {
                  MessageRecord.of(exchange).late(Lateness.Why.NOT_IN_TIME);
                } else if (failed != null) {
                  NotDeferred why = new NotDeferred(AsyncStep.cause(failed));
                  connection.eventLoop().execute(() -> refuse(why));
                }
              });
    }

    private void answer(String xml) {
      if (!ended) {
        Join.this.answer(xml, exchange);
        end();
      }
    }

    /** What comes after the last try finds no copy that waits. */
    private void gone(boolean follows) {
      if (!ended && isLast(exchange)) {
        defer(follows);
      }
      leaveOpen(Try.Answer.CLOSED);
    }

    /** Its handler failed: WeChat brings it again, in five seconds, or at once if it is refused. */
    private void fail(Throwable failed) {
      if (failed.getCause() instanceof NotDeferred why) {
        refuse(why);
      } else if (stopping.getAsBoolean()) { // who waits here keeps us from it
        leaveOpen();
      }
    }

    private void refuse(NotDeferred why) {
      if (!ended) {
        Try.of(exchange).answered(Try.Answer.UNAVAILABLE);
        exchange.setException(why);
        end();
      }
    }

    private void leaveOpen() {
      leaveOpen(Try.Answer.OPEN);
    }

    private void leaveOpen(Try.Answer how) {
      if (!ended) {
        Try.of(exchange).answered(how);
        connection.leaveOpen();
        exchange.getMessage().setBody("");
        end();
      }
    }

    private void end() {
      if (!ended) {
        ended = true;
        timers.forEach(timer -> timer.cancel(false));
        callback.done(false);
      }
    }
  }
}
