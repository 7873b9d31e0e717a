package io.github.wechatgateway.api;

import io.github.wechatgateway.http.Request;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Leaves in {@code wechatMessageId} the id by which a message is put into the outbox once. The body
 * is not touched: only as long as nobody has read it the request has its headers.
 */
final class NameMessage implements Processor {
  static final String ID = "wechatMessageId";

  @Override
  public void process(Exchange exchange) throws ApiProblem {
    Request request = exchange.getMessage().getBody(Request.class);
    exchange.setProperty(
        ID,
        IdempotencyKey.id(
            exchange.getProperty(AuthorizeClient.CLIENT, String.class),
            exchange.getProperty(AuthorizeClient.ACCOUNT, String.class),
            request.header(IdempotencyKey.HEADER)));
  }
}
