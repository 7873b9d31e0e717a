package io.github.wechatgateway.e2e;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Delivers texts, many at a time, to a gateway that may end at any moment. What was not
 * acknowledged is delivered again when there is another, as WeChat asks again.
 */
final class Traffic {
  private static final int AT_A_TIME = 160;
  private static final int LOOK_MILLIS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Not the common pool, whose one thread the client wants on two cores, from JDK 25 on. */
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final BlockingDeque<UserText> due;
  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final Map<Integer, Integer> refused = new ConcurrentSkipListMap<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile CompletableFuture<Void> flow = CompletableFuture.completedFuture(null);
  private volatile Runnable whenAcknowledged = () -> {};
  private volatile boolean broken;

  Traffic(List<UserText> texts) {
    due = new LinkedBlockingDeque<>(texts);
  }

  /** Delivers from now on. */
  void begin(URI callback) {
    broken = false;
    flow = CompletableFuture.runAsync(() -> flow(callback), THREADS);
  }

  /** Is run as soon as a whole answer with status 200 is read, from now on. */
  void whenAcknowledged(Runnable then) {
    whenAcknowledged = then;
  }

  /** Waits for what is on its way. Does not begin anything more. */
  void end() {
    broken = true;
    flow.join();
    places.acquireUninterruptibly(AT_A_TIME);
    places.release(AT_A_TIME);
  }

  /** How many texts WeChat need not deliver again. */
  int acknowledged() {
    return acknowledged.get();
  }

  /** How many tries a gateway answered otherwise, by status. */
  Map<Integer, Integer> refused() {
    return Map.copyOf(refused);
  }

  /** How many tries got no whole answer. */
  int unanswered() {
    return unanswered.get();
  }

  /** Whether all were delivered, or given up as WeChat does it after its last try. */
  boolean isAtItsEnd() {
    return due.isEmpty() && places.availablePermits() == AT_A_TIME && due.isEmpty();
  }

  private void flow(URI callback) {
    try {
      while (!broken && !isAtItsEnd()) {
        places.acquire();
        UserText next = due.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next == null || !next.begin()) {
          places.release();
        } else {
          post(next, callback).whenComplete((answer, failed) -> end(next, answer, failed));
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private CompletableFuture<HttpResponse<String>> post(UserText text, URI callback) {
    return http.sendAsync(
        HttpRequest.newBuilder(WeChatClient.withQuery(callback, GatewayProcess.DEMO.signed()))
            .POST(BodyPublishers.ofString(text.xml()))
            .timeout(PATIENCE)
            .build(),
        BodyHandlers.ofString());
  }

  private void end(
      UserText text, @Nullable HttpResponse<String> answer, @Nullable Throwable failed) {
    if (answer != null && answer.statusCode() == 200) {
      text.acknowledge(answer.body());
      acknowledged.incrementAndGet();
      whenAcknowledged.run();
    } else {
      if (answer == null) {
        unanswered.incrementAndGet();
      } else {
        refused.merge(answer.statusCode(), 1, Integer::sum);
      }
      if (failed != null && failed.getCause() instanceof ConnectException) {
        broken = true;
      }
      due.addFirst(text);
    }
    places.release();
  }
}
