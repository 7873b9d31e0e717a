package io.github.wechatgateway.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.http.TooLarge;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Tells a script what is wrong with its request, or that it asks for too much at once (RFC 9457).
 */
public final class AnswerBadRequest implements Processor {

  @Override
  public void process(Exchange exchange) {
    Exception wrong = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    int status = wrong instanceof TooLarge ? 413 : wrong instanceof BadRequest ? 400 : 429;
    ObjectNode problem =
        JsonNodeFactory.instance
            .objectNode()
            .put("status", status)
            .put("detail", wrong.getMessage());
    AnswerScript.answer(status, "application/problem+json; charset=utf-8", problem, exchange);
  }
}
