package io.github.wechatgateway.sandbox.delivery;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Delivers messages as WeChat does: it waits five seconds for an answer, and tries three times.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Passive_user_reply_message.html">被动回复用户消息</a>
 */
public final class Deliveries {
  /** 微信服务器在五秒内收不到响应会断掉连接. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int REMEMBERED = 1_000;

  private final Vertx vertx;
  private final Supplier<URI> callbackBase;
  private final InstantSource clock;
  private final Acted acted;
  private final Wire wire;
  private final int maxAtOnce;
  private final Poster poster;
  private final MsgIds msgIds;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong begun = new AtomicLong();

  /** The last messages, by which one that comes again is known. */
  private final Set<String> seen =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  /**
   * To the accounts of one gateway.
   *
   * @param callbackBase the URL to which {@code /} and an account's name are added; asked for each
   *     delivery
   * @param maxAtOnce deliveries, each of which has one connection
   */
  public Deliveries(
      Vertx vertx,
      Supplier<URI> callbackBase,
      InstantSource clock,
      Acted acted,
      Wire wire,
      int maxAtOnce) {
    this(vertx, callbackBase, clock, acted, wire, maxAtOnce, PATIENCE);
  }

  Deliveries(
      Vertx vertx,
      Supplier<URI> callbackBase,
      InstantSource clock,
      Acted acted,
      Wire wire,
      int maxAtOnce,
      Duration patience) {
    this.vertx = vertx;
    this.callbackBase = callbackBase;
    this.clock = clock;
    this.acted = acted;
    this.wire = wire;
    this.maxAtOnce = maxAtOnce;
    this.poster = new Poster(vertx, maxAtOnce, patience);
    this.msgIds = new MsgIds(clock);
  }

  /**
   * Delivers a message; no thread waits for the answer.
   *
   * @return fails with {@link TooManyDeliveries}
   */
  public CompletionStage<Delivered> deliver(DeliveryRequest request) {
    if (running.incrementAndGet() > maxAtOnce) {
      running.decrementAndGet();
      return CompletableFuture.failedFuture(new TooManyDeliveries(maxAtOnce));
    }
    Promise<Delivered> delivered = Promise.promise();
    vertx
        .getOrCreateContext()
        .runOnContext(
            start -> {
              try {
                delivery(request).begin().onComplete(delivered);
              } catch (RuntimeException failed) {
                delivered.tryFail(failed);
              }
            });
    return delivered.future().onComplete(ended -> running.decrementAndGet()).toCompletionStage();
  }

  private Delivery delivery(DeliveryRequest request) {
    long now = clock.instant().getEpochSecond();
    SentMessage message =
        request.message().from(request.user(), request.account(), now, msgIds.next());
    String account = request.account().name();
    if (isNew(Signed.with(account, message.elements()))) {
      tell(account, request.message(), message);
    }
    String url = callbackBase.get() + "/" + account;
    return new Delivery(begun.incrementAndGet(), poster, wire, clock, url, request, message);
  }

  /** A click on an item of a menu message comes as a text, and counts as a click. */
  private void tell(String account, UserMessage given, SentMessage message) {
    boolean click = given.texts().containsKey("bizmsgmenuid");
    String msgType = click ? "event" : message.msgType();
    String event = click ? "CLICK" : message.event();
    acted.acted(account, message.fromUserName(), msgType, event);
  }

  /** Who sends a message again does nothing new. */
  private synchronized boolean isNew(String message) {
    return seen.add(message);
  }
}
