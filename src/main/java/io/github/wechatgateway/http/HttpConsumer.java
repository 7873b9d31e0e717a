package io.github.wechatgateway.http;

import io.github.wechatgateway.http.Connection.End;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.File;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
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
 * the route leaves. Of the request there are the body, unread, and the parameters of path and query
 * as headers: none of its own headers, and no parameter with a name of Camel's.
 */
final class HttpConsumer extends DefaultConsumer implements PlatformHttpConsumer, Suspendable {
  /** The headers that a route may send; whatever else it has in its message stays here. */
  private static final List<String> SENT =
      List.of(
          Exchange.CONTENT_TYPE,
          "Content-Disposition",
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "Cache-Control",
          "Retry-After",
          "WWW-Authenticate");

  /** Nanoseconds for what has come in while all others ended, and between two looks at it. */
  private static final long TO_END = TimeUnit.SECONDS.toNanos(1);

  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(10);

  private final Door door;
  private final List<HttpConsumer> serving;
  private final PathTemplate path;
  private final Set<String> methods;
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean leaving;

  HttpConsumer(
      PlatformHttpEndpoint endpoint, Processor processor, Door door, List<HttpConsumer> serving) {
    super(endpoint, processor);
    this.door = door;
    this.serving = serving;
    this.path = new PathTemplate(endpoint.getPath(), endpoint.isMatchOnUriPrefix());
    this.methods =
        Method.parseList(endpoint.getHttpMethodRestrict()).stream()
            .map(Method::name)
            .collect(Collectors.toSet());
  }

  @Override
  public PlatformHttpEndpoint getEndpoint() {
    return (PlatformHttpEndpoint) super.getEndpoint();
  }

  /** The path's parameters by their names; null if a request to this path is not for us. */
  @Nullable Map<String, String> parameters(HttpServerRequest request) {
    return request.path() == null ? null : path.match(request.path());
  }

  Set<String> methods() {
    return methods;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    leaving = false;
    serving.add(this);
  }

  /** Takes nothing more, and lets what is under way end: the routes that it needs stop after it. */
  @Override
  protected void doStop() throws Exception {
    leaving = true;
    long deadline = System.nanoTime() + TO_END;
    while (underWay.get() > 0 && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(LOOK);
    }
    serving.remove(this);
    super.doStop();
  }

  /** And closes the connection, so that a proxy does not send the next one here. */
  static void refuseWhileStopping(HttpServerRequest request) {
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    EngineProblem.STOPPING
        .answer(request.response())
        .onComplete(sent -> request.connection().close());
  }

  /** Runs the route for a request. To be called on the server's event loop. */
  void receive(
      HttpServerRequest request,
      SlowClients.Patience patience,
      Map<String, String> parameters,
      EventLoop eventLoop) {
    underWay.incrementAndGet();
    if (leaving || isSuspended() || !door.isOpen()) {
      underWay.decrementAndGet();
      refuseWhileStopping(request);
      return;
    }
    Connection connection = new Connection(eventLoop);
    request.response().closeHandler(gone -> connection.close());
    Request body = new Request(request, patience);
    Exchange exchange = createExchange(false);
    exchange.setPattern(ExchangePattern.InOut);
    connection.putInto(exchange);
    putQuery(request, exchange);
    parameters.forEach(exchange.getIn()::setHeader); // the query can't change it
    exchange.getIn().setBody(body);
    try {
      createUoW(exchange);
    } catch (Exception failed) {
      exchange.setException(failed);
      answer(request, exchange, body);
      return;
    }
    getAsyncProcessor()
        .process(
            exchange,
            sync -> {
              if (eventLoop.inEventLoop()) {
                answer(request, exchange, body);
              } else {
                eventLoop.execute(() -> answer(request, exchange, body));
              }
            });
  }

  private void putQuery(HttpServerRequest request, Exchange exchange) {
    Message message = exchange.getIn();
    HeaderFilterStrategy filter = getEndpoint().getHeaderFilterStrategy();
    QueryParameters.of(request.query())
        .forEach(
            (name, values) -> {
              Object value = values.size() == 1 ? values.get(0) : values;
              if (!filter.applyFilterToExternalHeaders(name, value, exchange)) {
                message.setHeader(name, value);
              }
            });
  }

  private void answer(HttpServerRequest request, Exchange exchange, Request body) {
    underWay.decrementAndGet();
    Future<Void> sent = Future.succeededFuture();
    try {
      sent = send(request, exchange);
    } catch (RuntimeException unwritable) { // a route of somebody's own left what is no answer
      getExceptionHandler().handleException("No answer was sent", exchange, unwritable);
      request.connection().close();
    } finally {
      body.discard();
      sent.onComplete( // a file belongs to its exchange, and goes with it
          end -> {
            doneUoW(exchange);
            releaseExchange(exchange, false);
          });
    }
  }

  /** Ends when nothing of the exchange is needed any more. */
  private Future<Void> send(HttpServerRequest request, Exchange exchange) {
    HttpServerResponse response = request.response();
    End end = Connection.of(exchange).end();
    if (response.closed() || response.ended()) {
      return Future.succeededFuture();
    } else if (end == End.LEFT_OPEN) {
      request.connection().close();
      return Future.succeededFuture();
    } else if (end == End.RESET) {
      reset(request.connection());
      return Future.succeededFuture();
    } else if (isStopping(exchange) && hasNoAnswer(exchange)) { // a route was gone that it needed
      refuseWhileStopping(request);
      return Future.succeededFuture();
    } else if (exchange.getException() != null) {
      getExceptionHandler().handleException("A route failed", exchange, exchange.getException());
      response.setStatusCode(500).end();
      return Future.succeededFuture();
    }
    Message answer = exchange.getMessage();
    // A route that was left before it said anything has not answered: never 200 by default.
    response.setStatusCode(answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 500, Integer.class));
    for (String name : SENT) {
      String value = answer.getHeader(name, String.class);
      if (value != null) {
        response.putHeader(name, value);
      }
    }
    if (answer.getBody() instanceof File file) {
      return response.sendFile(file.getPath());
    } else if (answer.getBody() instanceof Streaming streaming) {
      streaming.begin(response.setChunked(true)); // of the exchange it needs nothing
      return Future.succeededFuture();
    }
    Buffer whole = buffer(answer);
    if (end == End.TRUNCATED) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(whole.length()));
      response
          .write(whole.getBuffer(0, whole.length() / 2))
          .onComplete(sent -> request.connection().close());
    } else {
      response.end(whole);
    }
    return Future.succeededFuture();
  }

  private boolean isStopping(Exchange exchange) {
    return leaving || !exchange.getContext().isStarted();
  }

  private static boolean hasNoAnswer(Exchange exchange) {
    return exchange.getException() != null
        || exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE) == null;
  }

  /** Without a farewell: what TCP calls a reset. */
  private static void reset(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }

  private static Buffer buffer(Message answer) {
    ByteBuffer bytes = answer.getBody(ByteBuffer.class);
    Buffer buffer = Buffer.buffer(bytes == null ? 0 : bytes.remaining());
    return bytes == null ? buffer : buffer.setBytes(0, bytes);
  }
}
