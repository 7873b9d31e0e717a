package io.github.wechatgateway.claim;

import io.github.wechatgateway.message.Message;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
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
  private final BiFunction<String, Message, String> lateText;

  /**
   * For accounts whose late answers nobody sends.
   *
   * @param budget milliseconds from the first byte of a try to its answer
   * @param lateText what the user of an account reads when even the last try is too early, as the
   *     XML of a reply
   */
  public Join(long budget, BiFunction<String, Message, String> lateText) {
    this.budget = budget;
    this.lateText = lateText;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    Claim claim = exchange.getProperty(ClaimMessage.CLAIM, Claim.class);
    CompletableFuture<String> answer = claim.answer().toCompletableFuture();
    if (answer.isDone() && !answer.isCompletedExceptionally()) {
      exchange.getMessage().setBody(answer.join());
      callback.done(true);
      return true;
    }
    Connection connection = Connection.of(exchange);
    boolean last = exchange.getProperty(ClaimMessage.TRY, Integer.class) >= Tries.LAST;
    CompletableFuture<@Nullable String> answered = new CompletableFuture<>();
    answer.whenComplete(
        (xml, failed) -> {
          if (failed == null || last) {
            answered.complete(xml); // of a failed handler: none
          }
        });
    connection.closed().whenComplete((closed, never) -> answered.complete(null));
    answered
        .completeOnTimeout(null, remaining(connection, last), TimeUnit.MILLISECONDS)
        .thenAccept(
            xml -> {
              end(exchange, xml, last, connection);
              callback.done(false);
            });
    return false;
  }

  private long remaining(Connection connection, boolean last) {
    return Math.max(0, (last ? budget : CLOSED_AFTER) - connection.elapsed());
  }

  private void end(Exchange exchange, @Nullable String xml, boolean last, Connection connection) {
    if (xml != null) {
      exchange.getMessage().setBody(xml);
    } else if (last) {
      String account = exchange.getProperty("wechatAccount", String.class);
      exchange
          .getMessage()
          .setBody(lateText.apply(account, exchange.getProperty("wechatMessage", Message.class)));
    } else {
      connection.leaveOpen();
      exchange.getMessage().setBody("");
    }
  }
}
