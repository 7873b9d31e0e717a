package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One message, delivered as WeChat does it: it hangs up after five seconds and asks again, three
 * times in all.
 */
final class Delivery {
  static final String NO_ANSWER = "no answer";

  private static final ExecutorService THREADS = Executors.newCachedThreadPool();
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int TRIES = 3;

  private final WeChatClient wechat;
  private final URI url;
  private final String xml;

  private Delivery(WeChatClient wechat, URI url, String xml) {
    this.wechat = wechat;
    this.url = url;
    this.xml = xml;
  }

  static Delivery of(WeChatClient wechat, URI url, String xml) {
    return new Delivery(wechat, url, xml);
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

  /** The body of an answer with status 200, or that there was none. */
  String tryOnce() {
    URI signed = WeChatClient.withQuery(url, wechat.signed());
    byte[] body = xml.getBytes(UTF_8);
    String head =
        "POST %s?%s HTTP/1.1\r\nHost: gateway\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(signed.getPath(), signed.getRawQuery(), body.length);
    try (Socket socket = new Socket(signed.getHost(), signed.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS); // an answer comes in one piece, or not at all
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getOutputStream().write(body);
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return answer.startsWith("HTTP/1.1 200 ")
          ? answer.substring(answer.indexOf("\r\n\r\n") + 4)
          : NO_ANSWER;
    } catch (SocketTimeoutException hungUp) {
      return NO_ANSWER;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
