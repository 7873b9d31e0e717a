package io.github.wechatgateway.claim;

import io.github.wechatgateway.http.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.jspecify.annotations.Nullable;

/**
 * Waits, without a thread, for the answer of whoever handles the message. The answer becomes the
 * body.
 *
 * <p>A try that gets none is left open: WeChat closes it after five seconds and asks again, and the
 * next try waits for the same answer. The last try can't wait for another, and gets the account's
 * late text.
 */
public final class Join extends AsyncProcessorSupport {
  /** WeChat has closed the connection at five seconds; this is for when it has not told us. */
  private static final long CLOSED_AFTER = 6_000;

  private final long budget;
  private final Function<Exchange, String> lateText;

  /**
   * For accounts whose late answers nobody sends.
   *
   * @param budget milliseconds from the headers of a try to its answer
   * @param lateText what the user of an account reads when even the last try is too early, as the
   *     XML of a reply
   */
  public Join(long budget, Function<Exchange, String> lateText) {
    this.budget = budget;
    this.lateText = lateText;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    CompletableFuture<String> answer =
        exchange.getProperty(ClaimMessage.CLAIM, Claim.class).answer().toCompletableFuture();
    if (answer.isDone() && !answer.isCompletedExceptionally()) {
      exchange.getMessage().setBody(answer.join());
      callback.done(true);
      return true;
    }
    new Waiting(exchange, callback).waitFor(answer);
    return false;
  }

  /** One try that waits. All that can end it happens on its connection's event loop. */
  private final class Waiting {
    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Connection connection;
    private final boolean last;
    private final Future<?> timeOut;
    private boolean ended;

    Waiting(Exchange exchange, AsyncCallback callback) {
      this.exchange = exchange;
      this.callback = callback;
      connection = Connection.of(exchange);
      last = exchange.getProperty(ClaimMessage.TRY, Integer.class) >= Tries.LAST;
      long left = (last ? budget : CLOSED_AFTER) - connection.elapsed();
      timeOut = connection.eventLoop().schedule(() -> end(null), left, TimeUnit.MILLISECONDS);
    }

    void waitFor(CompletableFuture<String> answer) {
      connection.onClose(() -> end(null));

      answer.whenComplete(
          (xml, failed) -> {
            if (failed == null || last) { // a failed handler's xml is null
              connection.eventLoop().execute(() -> end(xml));
            }
          });
    }

    private void end(@Nullable String xml) {
      if (ended) {
        return;
      }
      ended = true;
      timeOut.cancel(false);
      exchange.getMessage().setBody(xml == null ? withoutAnswer() : xml);
      callback.done(false);
    }

    private String withoutAnswer() {
      if (last) {
        return lateText.apply(exchange);
      }
      connection.leaveOpen();
      return "";
    }
  }
}
