package io.github.wechatgateway.claim;

import io.github.wechatgateway.message.Message;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** Asks for the claim of a message, and finds out which try of it this is. */
public final class ClaimMessage extends AsyncProcessorSupport {
  static final String CLAIM = "wechatClaim";
  static final String TRY = "wechatTry";

  private final Claims claims;
  private final Clock clock;

  public ClaimMessage(Claims claims, Clock clock) {
    this.claims = claims;
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
          if (thrown == null) {
            exchange.setProperty(CLAIM, claim);
            exchange.setProperty(TRY, Tries.at(claim.age()));
          } else {
            exchange.setException(thrown);
          }
          callback.done(sync);
        });
    return sync;
  }
}
