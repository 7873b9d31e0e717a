package io.github.wechatgateway.claim;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.github.wechatgateway.account.LateReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/** Notes what it is given: {@code lease a}, for the message with the key {@code a}. */
final class LatePathInMemory implements LatePath {
  final List<String> noted = Collections.synchronizedList(new ArrayList<>());
  volatile LateReply lateReply = LateReply.RETRIES;
  volatile CompletionStage<Void> stored = completedStage(null);

  /** What is put from now on is on disk when the test says so. */
  CompletableFuture<Void> hold() {
    CompletableFuture<Void> disk = new CompletableFuture<>();
    stored = disk;
    return disk;
  }

  @Override
  public LateReply lateReply(String account) {
    return lateReply;
  }

  @Override
  public CompletionStage<Void> lease(Exchange message) {
    return note("lease", message);
  }

  @Override
  public CompletionStage<Void> queue(Exchange message, int attempts) {
    return note("queue %d".formatted(attempts), message);
  }

  @Override
  public boolean isHopeless(int attempts) {
    return attempts > 2;
  }

  @Override
  public CompletionStage<Void> send(Exchange message, int sent) {
    return note("send %s from %d".formatted(message.getMessage().getBody(), sent), message);
  }

  @Override
  public CompletionStage<Void> bury(Exchange message, int attempts, String reason) {
    return note("bury", message);
  }

  @Override
  public Duration longestLease() {
    return Duration.ZERO;
  }

  @Override
  public CompletionStage<Void> addKept(Exchange message) {
    return completedStage(null);
  }

  @Override
  public void takeKeptBack(Exchange message) {
    note("take back", message);
  }

  @Override
  public void written(Exchange message, boolean last) {
    note(last ? "written last" : "written", message);
  }

  @Override
  public void showTyping(Exchange message) {
    note("typing", message);
  }

  private CompletionStage<Void> note(String what, Exchange message) {
    noted.add(what + " " + message.getProperty("wechatMessageKey"));
    return stored;
  }
}
