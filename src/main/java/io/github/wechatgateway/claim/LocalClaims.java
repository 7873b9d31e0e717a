package io.github.wechatgateway.claim;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The claims of one process.
 *
 * <p>Messages that are being handled are in a map of their own: they neither expire nor make room
 * for others; the limit for running handlers bounds them. What has ended lies in a cache, for a
 * while from its end; if there are too many, the oldest go first (a cache of limited size would
 * rather drop the newest).
 */
public final class LocalClaims implements Claims {
  /** WeChat's last try begins ten seconds after the first; a minute covers its delays. */
  private static final Duration KEPT = Duration.ofSeconds(60);

  private final ConcurrentMap<String, Handling> running = new ConcurrentHashMap<>();
  private final Cache<String, Handling> ended;
  private final int maxAnswers;
  private final Ticker ticker;

  public LocalClaims(int maxAnswers) {
    this(maxAnswers, Ticker.systemTicker());
  }

  LocalClaims(int maxAnswers, Ticker ticker) {
    this.maxAnswers = maxAnswers;
    this.ticker = ticker;
    this.ended =
        Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .ticker(ticker)
            .executor(Runnable::run) // its upkeep is shorter than the way to another thread
            .build();
  }

  @Override
  public CompletionStage<Claim> claim(String key, long age) {
    boolean[] first = new boolean[1];
    Handling handling =
        running.compute(
            key,
            (same, now) -> {
              if (now != null) {
                return now;
              }
              // Whoever ends a handling writes it here before it leaves the map above.
              Handling before = ended.getIfPresent(key);
              if (before != null && before.state.get() == State.ANSWERED) {
                return null;
              }
              first[0] = true;
              return new Handling(key, before == null ? began(age) : before.began);
            });
    if (handling == null) {
      handling = ended.getIfPresent(key);
    }
    return handling == null
        ? claim(key, age)
        : CompletableFuture.completedFuture(new Copy(handling, first[0]));
  }

  private long began(long age) {
    return ticker.read() - TimeUnit.MILLISECONDS.toNanos(age);
  }

  /** For some at once: to find the oldest costs more than to drop them. */
  private void makeRoom() {
    int some = 1 + maxAnswers / 100;
    ended
        .policy()
        .expireAfterWrite()
        .ifPresent(order -> ended.invalidateAll(order.oldest(some).keySet()));
  }

  private enum State {
    RUNNING,
    ANSWERED,
    FAILED
  }

  /** One run of a message's handler. */
  private final class Handling {
    private final String key;
    private final long began;
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

    Handling(String key, long began) {
      this.key = key;
      this.began = began;
    }

    /**
     * Whoever leaves the state of running writes down how it ended, and only then tells those who
     * wait.
     */
    boolean leave(State next) {
      if (!state.compareAndSet(State.RUNNING, next)) {
        return false;
      }
      ended.put(key, this);
      running.remove(key, this);
      if (ended.estimatedSize() > maxAnswers) {
        makeRoom();
      }
      return true;
    }
  }

  private final class Copy implements Claim {
    private final Handling handling;
    private final boolean first;

    Copy(Handling handling, boolean first) {
      this.handling = handling;
      this.first = first;
    }

    @Override
    public boolean first() {
      return first;
    }

    @Override
    public long age() {
      return TimeUnit.NANOSECONDS.toMillis(ticker.read() - handling.began);
    }

    @Override
    public CompletionStage<String> answer() {
      return handling.answer;
    }

    @Override
    public void publish(String answer) {
      if (handling.leave(State.ANSWERED)) {
        handling.answer.complete(answer);
      }
    }

    @Override
    public void fail(Throwable cause) {
      if (handling.leave(State.FAILED)) {
        handling.answer.completeExceptionally(new HandlerFailed(cause));
      }
    }
  }
}
