package io.github.wechatgateway.claim;

import io.github.wechatgateway.http.Connection;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.record.About;
import io.github.wechatgateway.record.MessageRecord;
import io.github.wechatgateway.record.Records;
import io.github.wechatgateway.reply.KeptReply;
import io.github.wechatgateway.step.TraceParent;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.jspecify.annotations.Nullable;

/** Asks for the claim of a message, and finds out which try of it this is. */
public final class ClaimMessage extends AsyncProcessorSupport {
  static final String CLAIM = "wechatClaim";
  static final String TRY = "wechatTry";

  private final Claims claims;
  private final Records records;
  private final Clock clock;

  /** Asks the claims, and has each try recorded. */
  public ClaimMessage(Claims claims, Records records, Clock clock) {
    this.claims = claims;
    this.records = records;
    this.clock = clock;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    String key = exchange.getProperty("wechatMessageKey", String.class);
    Message message = exchange.getMessage().getBody(Message.class);
    long age = Tries.age(message.createTime(), clock.millis());
    CompletableFuture<Claim> asked = claims.claim(key, age).toCompletableFuture();
    boolean sync = asked.isDone();
    asked.whenComplete(
        (claim, thrown) -> {
          try {
            take(claim, thrown, key, message, exchange);
          } catch (RuntimeException unexpected) { // else the exchange would never end
            exchange.setException(unexpected);
          }
          callback.done(sync);
        });
    return sync;
  }

  private void take(
      Claim claim, @Nullable Throwable thrown, String key, Message message, Exchange exchange) {
    if (thrown == null) {
      exchange.setProperty(CLAIM, claim);
      exchange.setProperty(TRY, Tries.at(claim.age()));
      record(key, message, claim.first(), exchange);
    } else {
      exchange.setException(thrown);
    }
  }

  private void record(String key, Message message, boolean first, Exchange exchange) {
    String account = exchange.getProperty("wechatAccount", String.class);
    boolean shown = KeptReply.goesWith(message);
    MessageRecord mine = records.begin(key, () -> About.of(account, key, message, shown));
    mine.putInto(exchange);
    if (!first) {
      mine.copied();
    }
    mine.trace(TraceParent.of(exchange));
    Connection connection = Connection.of(exchange);
    long elapsed = connection == null ? 0 : connection.elapsed();
    mine.came(exchange.getProperty(TRY, Integer.class), elapsed).putInto(exchange);
  }
}
