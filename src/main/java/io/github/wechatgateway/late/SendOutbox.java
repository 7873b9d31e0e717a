package io.github.wechatgateway.late;

import io.github.wechatgateway.record.Records;
import io.github.wechatgateway.step.TraceParent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;

/** Has the route send the next message of an answer, and takes the result that it leaves. */
final class SendOutbox implements Function<OutboxMessage, CompletionStage<Result>> {
  private final AsyncProducer route;
  private final Records records;

  /** Leads to direct:send-outbox. */
  SendOutbox(AsyncProducer route, Records records) {
    this.route = route;
    this.records = records;
  }

  @Override
  public CompletionStage<Result> apply(OutboxMessage message) {
    CompletableFuture<Result> result = new CompletableFuture<>();
    Exchange exchange = route.getEndpoint().createExchange();
    exchange.setProperty("wechatAccount", message.account());
    exchange.setProperty("wechatUser", message.user());
    exchange.setProperty("wechatMessageKey", message.id());
    TraceParent.put(records.of(message.id()).trace(), exchange);
    exchange.getMessage().setBody(message);
    route.process(exchange, sync -> end(exchange, result));
    return result;
  }

  private static void end(Exchange exchange, CompletableFuture<Result> result) {
    if (exchange.getException() != null) {
      result.completeExceptionally(exchange.getException());
    } else if (exchange.getMessage().getBody() instanceof Result left) {
      result.complete(left);
    } else {
      result.completeExceptionally(
          new IllegalStateException(
              "direct:send-outbox left no result (expected: send-part last)"));
    }
  }
}
