package io.github.wechatgateway.callback;

import io.github.wechatgateway.claim.Connection;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.Method;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One path of the {@link HttpEngine}: makes an exchange of each request, and the response of what
 * the route leaves. Of the request there are the body as bytes, and the parameters of path and
 * query as headers: none of its own headers, and no parameter with a name of Camel's.
 */
final class HttpConsumer extends DefaultConsumer implements PlatformHttpConsumer, Suspendable {
  /** A client that still sends reads our 413 only if we go on reading: for so long. */
  private static final long MILLIS_TO_DISCARD = TimeUnit.SECONDS.toMillis(5);

  private final Vertx vertx;
  private final Router router;
  private final int maxBody;
  private @Nullable Route route;

  HttpConsumer(
      PlatformHttpEndpoint endpoint, Processor processor, Vertx vertx, Router router, int maxBody) {
    super(endpoint, processor);
    this.vertx = vertx;
    this.router = router;
    this.maxBody = maxBody;
  }

  @Override
  public PlatformHttpEndpoint getEndpoint() {
    return (PlatformHttpEndpoint) super.getEndpoint();
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    Route here = router.route(getEndpoint().getPath().replaceAll("\\{([^/}]+)}", ":$1"));
    for (Method method : Method.parseList(getEndpoint().getHttpMethodRestrict())) {
      here.method(HttpMethod.valueOf(method.name()));
    }
    route = here.handler(this::receive);
  }

  @Override
  protected void doStop() throws Exception {
    if (route != null) {
      route.remove();
    }
    super.doStop();
  }

  private void receive(RoutingContext http) {
    if (isSuspended()) {
      http.response().setStatusCode(503).end();
      return;
    }
    Connection connection = new Connection();
    RequestBody.of(http.request(), maxBody)
        .onSuccess(body -> process(http, connection, body))
        .onFailure(thrown -> refuse(http, thrown));
  }

  private void refuse(RoutingContext http, Throwable thrown) {
    if (thrown instanceof RequestBody.TooLarge) {
      http.response().setStatusCode(413).end();
      vertx.setTimer(
          MILLIS_TO_DISCARD,
          timer -> {
            if (!http.request().isEnded()) {
              http.request().connection().close();
            }
          });
    } // otherwise the client has gone: there is nobody to answer
  }

  private void process(RoutingContext http, Connection connection, Buffer body) {
    Exchange exchange = createExchange(false);
    exchange.setPattern(ExchangePattern.InOut);
    connection.putInto(exchange);
    putParameters(http, exchange);
    exchange.getIn().setBody(body.getBytes());
    http.response().closeHandler(gone -> connection.close());
    Context eventLoop = vertx.getOrCreateContext();
    try {
      createUoW(exchange);
    } catch (Exception failed) {
      exchange.setException(failed);
      answer(http, exchange);
      return;
    }
    getAsyncProcessor()
        .process(
            exchange,
            sync -> {
              if (sync) {
                answer(http, exchange);
              } else {
                eventLoop.runOnContext(here -> answer(http, exchange));
              }
            });
  }

  private void putParameters(RoutingContext http, Exchange exchange) {
    Message request = exchange.getIn();
    HeaderFilterStrategy filter = getEndpoint().getHeaderFilterStrategy();
    for (String name : http.queryParams().names()) {
      List<String> values = http.queryParam(name);
      Object value = values.size() == 1 ? values.get(0) : values;
      if (!filter.applyFilterToExternalHeaders(name, value, exchange)) {
        request.setHeader(name, value);
      }
    }
    http.pathParams().forEach(request::setHeader); // last: the query can't change the path
  }

  private void answer(RoutingContext http, Exchange exchange) {
    HttpServerResponse response = http.response();
    try {
      if (response.closed() || response.ended()) {
        return;
      }
      if (Connection.of(exchange).isLeftOpen()) {
        http.request().connection().close();
        return;
      }
      if (exchange.getException() != null) {
        getExceptionHandler().handleException("A route failed", exchange, exchange.getException());
        response.setStatusCode(500).end();
        return;
      }
      Message answer = exchange.getMessage();
      response.setStatusCode(answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class));
      String type = answer.getHeader(Exchange.CONTENT_TYPE, String.class);
      if (type != null) {
        response.putHeader("Content-Type", type);
      }
      response.end(buffer(answer));
    } finally {
      doneUoW(exchange);
      releaseExchange(exchange, false);
    }
  }

  private static Buffer buffer(Message answer) {
    ByteBuffer bytes = answer.getBody(ByteBuffer.class);
    Buffer buffer = Buffer.buffer(bytes == null ? 0 : bytes.remaining());
    return bytes == null ? buffer : buffer.setBytes(0, bytes);
  }
}
