package io.github.wechatgateway.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** WeChat's API: it takes all calls, and answers none of accounts that hang, but for tokens. */
final class HangingWeChat implements Closeable {
  private final Vertx vertx = Vertx.vertx();
  private final List<HttpServerRequest> waiting = new ArrayList<>();
  private Set<String> hanging = Set.of();
  private int sent;
  private final HttpServer server;

  HangingWeChat() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::take)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** From now on; what waits for others is answered. */
  synchronized void hang(Set<String> appIds) {
    hanging = appIds;
    List<HttpServerRequest> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(this::answer);
  }

  /** Calls that wait for an answer, those not counted that the gateway has given up. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Customer-service messages that were taken. */
  synchronized int sent() {
    return sent;
  }

  private void take(HttpServerRequest request) {
    if (request.path().equals("/cgi-bin/stable_token")) {
      request
          .body()
          .onSuccess(
              body ->
                  request
                      .response()
                      .end(
                          "{\"access_token\":\"%s\",\"expires_in\":7200}"
                              .formatted(body.toJsonObject().getString("appid"))));
    } else {
      request.endHandler(read -> answer(request));
    }
  }

  private synchronized void answer(HttpServerRequest request) {
    if (!hanging.contains(request.getParam("access_token"))) {
      sent += request.path().endsWith("/custom/send") ? 1 : 0;
      request.response().end("{\"errcode\":0,\"errmsg\":\"ok\"}");
      return;
    }
    waiting.add(request);
    request.response().closeHandler(gone -> forget(request));
  }

  private synchronized void forget(HttpServerRequest request) {
    waiting.remove(request);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
