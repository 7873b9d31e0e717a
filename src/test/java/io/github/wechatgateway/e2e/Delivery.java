package io.github.wechatgateway.e2e;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One message, delivered as WeChat does it: it hangs up after five seconds and asks again, three
 * times in all.
 */
final class Delivery {
  static final String NO_ANSWER = "no answer";

  private static final ExecutorService THREADS = Executors.newCachedThreadPool();
  private static final int TRIES = 3;

  private final WeChatClient wechat;
  private final URI url;
  private final String xml;
  private final boolean sealed;

  private Delivery(WeChatClient wechat, URI url, String xml, boolean sealed) {
    this.wechat = wechat;
    this.url = url;
    this.xml = xml;
    this.sealed = sealed;
  }

  static Delivery of(WeChatClient wechat, URI url, String xml) {
    return new Delivery(wechat, url, xml, false);
  }

  /** The same message, each try encrypted anew. */
  Delivery sealed() {
    return new Delivery(wechat, url, xml, true);
  }

  /** What each try got, up to the one that was answered. */
  List<String> deliver() {
    List<String> answers = new ArrayList<>();
    while (answers.size() < TRIES
        && (answers.isEmpty() || answers.get(answers.size() - 1).equals(NO_ANSWER))) {
      answers.add(tryOnce());
    }
    return answers;
  }

  CompletableFuture<String> tryAsync() {
    return CompletableFuture.supplyAsync(this::tryOnce, THREADS);
  }

  CompletableFuture<String> tryAfter(int seconds) {
    return CompletableFuture.supplyAsync(
        this::tryOnce, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, THREADS));
  }

  /** The body of an answer with status 200, or that there was none. */
  String tryOnce() {
    Try one = send();
    try {
      return one.answer();
    } finally {
      one.hangUp();
    }
  }

  /** One try, for the caller to end. */
  Try send() {
    if (!sealed) {
      return Try.send(WeChatClient.withQuery(url, wechat.signed()), xml);
    }
    String encrypt = wechat.encrypt(xml);
    return Try.send(
        WeChatClient.withQuery(url, wechat.signed(encrypt)), WeChatClient.envelope(encrypt));
  }
}
