package io.github.wechatgateway.sandbox;

import io.github.wechatgateway.http.Request;
import io.github.wechatgateway.sandbox.api.ApiCall;
import io.github.wechatgateway.sandbox.page.CallEvents;
import io.github.wechatgateway.step.AsyncStep;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/**
 * Reads a call of the API that came over HTTP, the whole of it: a client that waits for an answer
 * is not a slow one.
 */
final class ReadCall implements AsyncStep.Work {
  private final Bodies bodies;
  private final CallEvents events;

  ReadCall(Bodies bodies, CallEvents events) {
    this.bodies = bodies;
    this.events = events;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) {
    Request request = exchange.getMessage().getBody(Request.class);
    return bodies
        .read(request, exchange)
        .toCompletionStage()
        .thenAccept(
            body -> {
              ApiCall call = call(request, body.getBytes(), exchange);
              events.watch(call, exchange);
              exchange.getMessage().setBody(call);
            });
  }

  private static ApiCall call(Request request, byte[] body, Exchange exchange) {
    Map<String, String> query = new TreeMap<>();
    exchange
        .getMessage()
        .getHeaders()
        .forEach((name, value) -> query.put(name, String.valueOf(value)));
    String path = request.path().substring(Sandbox.WECHAT.length());
    String type = Objects.requireNonNullElse(request.header("Content-Type"), "");
    return new ApiCall(request.method(), path, query, type, body);
  }
}
