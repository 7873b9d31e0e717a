package io.github.wechatgateway.sandbox;

import io.github.wechatgateway.http.Request;
import io.github.wechatgateway.sandbox.api.ApiCall;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Reads a call of the API that came over HTTP, the whole of it: a client that waits for an answer
 * is not a slow one.
 */
public final class ReadCall extends AsyncProcessorSupport {
  private final Bodies bodies;

  ReadCall(Bodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    Request request = exchange.getMessage().getBody(Request.class);
    bodies
        .read(request, exchange)
        .onComplete(
            read -> {
              if (read.succeeded()) {
                exchange.getMessage().setBody(call(request, read.result().getBytes(), exchange));
              } else {
                exchange.setException(read.cause());
              }
              callback.done(false);
            });
    return false;
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
