package io.github.wechatgateway.e2e;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * WeChat's API in the process of the tests, so that it outlives the gateway: it takes every
 * customer-service message, and notes which and when.
 */
final class TakingWeChat implements Closeable {
  /** The account of {@link #settings}, as the URL of its callbacks says it. */
  static final String ACCOUNT = "shop";

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Queue<Long>> taken = new ConcurrentHashMap<>();
  private final HttpServer server =
      vertx
          .createHttpServer()
          .requestHandler(this::take)
          .listen(0, "127.0.0.1")
          .toCompletionStage()
          .toCompletableFuture()
          .join();

  /** Of a gateway in the profile prod that calls this WeChat, for one account in plain mode. */
  Map<String, String> settings() {
    return Map.of(
        "WECHAT_API_URL", "http://127.0.0.1:" + server.actualPort(),
        "WECHAT_ACCOUNTS_SHOP_APP_ID", "wxdemo0000000000",
        "WECHAT_ACCOUNTS_SHOP_APP_SECRET", "demosecret00000000000000000000000",
        "WECHAT_ACCOUNTS_SHOP_TOKEN", "demotoken",
        "WECHAT_ACCOUNTS_SHOP_LATE_REPLY", "customer-service");
  }

  /** When it took a text, each time, by {@link System#nanoTime}. */
  List<Long> taken(String content) {
    Queue<Long> times = taken.get(content);
    return times == null ? List.of() : List.copyOf(times);
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              if (request.path().equals("/cgi-bin/stable_token")) {
                request.response().end("{\"access_token\":\"a\",\"expires_in\":7200}");
                return;
              }
              if (request.path().equals("/cgi-bin/message/custom/send")) {
                String content = body.toJsonObject().getJsonObject("text").getString("content");
                taken
                    .computeIfAbsent(content, first -> new ConcurrentLinkedQueue<>())
                    .add(System.nanoTime());
              }
              request.response().end("{\"errcode\":0,\"errmsg\":\"ok\"}");
            });
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
