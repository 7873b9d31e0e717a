package io.github.wechatgateway.e2e;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * WeChat's API in the process of the tests, so that it outlives the gateway: it takes every
 * customer-service message, unless it is told otherwise, and notes which and when.
 */
final class TakingWeChat implements Closeable {
  /** The account of {@link #settings}, as the URL of its callbacks says it. */
  static final String ACCOUNT = "shop";

  private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Queue<Long>> taken = new ConcurrentHashMap<>();
  private final Map<String, Queue<String>> users = new ConcurrentHashMap<>();
  private volatile Function<String, Answer> answers = text -> Answer.TAKEN;
  private volatile Consumer<String> answered = text -> {};
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

  /** What it does with a text. */
  enum Answer {
    TAKEN,
    /** It has it, and does not say so. */
    TAKEN_SILENTLY,
    /** It never got it, and says nothing. */
    LOST
  }

  /** From now on. */
  void answer(Function<String, Answer> next) {
    answers = next;
  }

  /** Is told of each text, from now on, as soon as the whole answer to it is written. */
  void whenAnswered(Consumer<String> then) {
    answered = then;
  }

  /** The texts that a user got, in their order. */
  List<String> takenFor(String user) {
    return List.copyOf(users.getOrDefault(user, new ConcurrentLinkedQueue<>()));
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
              switch (request.path()) {
                case "/cgi-bin/stable_token" ->
                    request.response().end("{\"access_token\":\"a\",\"expires_in\":7200}");
                case "/cgi-bin/message/custom/send" ->
                    take(body.toJsonObject(), request.response());
                default -> request.response().end(OK);
              }
            });
  }

  private void take(JsonObject message, HttpServerResponse response) {
    String text = LateTexts.name(message.getJsonObject("text").getString("content"));
    Answer answer = answers.apply(text);
    if (answer == Answer.LOST) {
      return;
    }
    taken.computeIfAbsent(text, first -> new ConcurrentLinkedQueue<>()).add(System.nanoTime());
    users
        .computeIfAbsent(message.getString("touser"), first -> new ConcurrentLinkedQueue<>())
        .add(text);
    if (answer == Answer.TAKEN) {
      response.end(OK).onSuccess(written -> answered.accept(text));
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
