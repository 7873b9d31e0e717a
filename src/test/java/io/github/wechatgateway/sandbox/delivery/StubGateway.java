package io.github.wechatgateway.sandbox.delivery;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers the tries of a delivery in turn, and keeps what it was sent. */
final class StubGateway implements AutoCloseable {
  static final InstantSource CLOCK = () -> Instant.ofEpochSecond(1718000137);

  /** For a server that never answers: one that does may need longer when all is cold. */
  static final Duration SHORT = Duration.ofMillis(300);

  static final Handler<HttpServerRequest> SILENCE = request -> {};
  static final Handler<HttpServerRequest> CLOSED = request -> request.connection().close();

  /** One post. */
  record Received(String path, String query, String contentType, String userAgent, String body) {}

  final List<Received> received = new CopyOnWriteArrayList<>();
  final List<Object> connections = new CopyOnWriteArrayList<>();

  private final AtomicInteger tries = new AtomicInteger();
  private final HttpServer server;

  @SafeVarargs
  StubGateway(Vertx vertx, Handler<HttpServerRequest>... answers) throws Exception {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  connections.add(request.connection());
                  request.body().onSuccess(body -> received.add(received(request, body)));
                  int which = Math.min(tries.getAndIncrement(), answers.length - 1);
                  answers[which].handle(request);
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  private static Received received(HttpServerRequest request, Object body) {
    return new Received(
        request.path(),
        request.query(),
        request.getHeader("Content-Type"),
        request.getHeader("User-Agent"),
        body.toString());
  }

  static Handler<HttpServerRequest> answer(String body) {
    return request -> request.response().end(body);
  }

  static Handler<HttpServerRequest> status(int status) {
    return request -> request.response().setStatusCode(status).end("nothing to see");
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/wechat");
  }

  Deliveries deliveries(Vertx vertx) {
    return new Deliveries(vertx, this::base, CLOCK, (a, u, m, e) -> {}, Wire.TO_NOBODY, 10);
  }

  Deliveries deliveries(Vertx vertx, Duration patience) {
    return new Deliveries(
        vertx, this::base, CLOCK, (a, u, m, e) -> {}, Wire.TO_NOBODY, 10, patience);
  }

  static Delivered deliver(Deliveries deliveries, DeliveryRequest request) throws Exception {
    return deliveries.deliver(request).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    server.close();
  }
}
