package io.github.wechatgateway.claim;

import static java.util.concurrent.CompletableFuture.completedStage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.wechatgateway.claim.Handling.State;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * The claims of one process.
 *
 * <p>Messages that are being handled, or have a lease that is out, are in a map of their own: they
 * neither expire nor make room for others; the limit for running handlers bounds them. What has
 * ended lies in a cache, for a while from its end; if there are too many, the oldest go first (a
 * cache of limited size would rather drop the newest).
 */
public final class LocalClaims implements Claims {
  /**
   * WeChat's last try begins ten seconds after the first; a minute covers its delays. A message has
   * a lease out for each time that it was handled, and is known until the last of them is over.
   */
  private static final Duration KEPT = Duration.ofSeconds(60);

  private final ConcurrentMap<String, Handling> open = new ConcurrentHashMap<>();
  private final Cache<String, Handling> ended;
  private final int maxAnswers;
  private final Ticker ticker;

  /**
   * Remembers so many.
   *
   * @param longestLease for which a message is insured at a time
   */
  public LocalClaims(int maxAnswers, Duration longestLease) {
    this(maxAnswers, longestLease, Ticker.systemTicker());
  }

  LocalClaims(int maxAnswers, Duration longestLease, Ticker ticker) {
    this.maxAnswers = maxAnswers;
    this.ticker = ticker;
    this.ended =
        Caffeine.newBuilder()
            .expireAfterWrite(KEPT.plus(longestLease))
            .ticker(ticker)
            .executor(Runnable::run) // its upkeep is shorter than the way to another thread
            .build();
  }

  @Override
  public CompletionStage<Claim> claim(String key, long age) {
    boolean[] first = new boolean[1];
    Handling handling =
        open.compute(
            key,
            (same, now) -> {
              if (now != null) {
                return now;
              }
              // Whoever ends a handling writes it here before it leaves the map above.
              Handling before = ended.getIfPresent(key);
              if (before != null && before.state() != State.FAILED) {
                return null;
              }
              first[0] = true;
              return handling(key, before == null ? began(age) : before.began(), State.RUNNING);
            });
    if (handling == null) {
      handling = ended.getIfPresent(key);
    }
    return handling == null ? claim(key, age) : completedStage(new Copy(handling, first[0]));
  }

  @Override
  public CompletionStage<Claim> claimLate(String key) {
    boolean[] first = new boolean[1];
    Handling.Look[] look = new Handling.Look[1];
    Handling handling =
        open.compute(
            key,
            (same, now) -> {
              Handling known = now == null ? ended.getIfPresent(key) : now;
              look[0] = known == null ? Handling.Look.NEVER_SEEN : known.look();
              if (look[0].isHandled()) {
                return now;
              }
              first[0] = true;
              return handling(key, known == null ? began(0) : known.began(), State.DEFERRED);
            });
    // It may have come out of the queue before we know that it went in.
    CompletionStage<?> storing = look[0].storing();
    if (!first[0] && storing != null) {
      return storing.thenCompose(settled -> claimLate(key));
    }
    if (handling == null) {
      handling = ended.getIfPresent(key);
    }
    return handling == null ? claimLate(key) : completedStage(new Copy(handling, first[0]));
  }

  @Override
  public CompletionStage<Holder> endLease(String key) {
    Handling now = open.get(key);
    if (now == null) {
      now = ended.getIfPresent(key);
    } else if (now.state() == State.DONE || now.state() == State.QUEUED) {
      ended(now);
    }
    return completedStage(now == null ? Holder.UNKNOWN : now.state().holder());
  }

  private Handling handling(String key, long began, State state) {
    return new Handling(key, began, state, this::ended);
  }

  private void ended(Handling handling) {
    ended.put(handling.key(), handling);
    open.remove(handling.key(), handling);
    if (ended.estimatedSize() > maxAnswers) {
      makeRoom();
    }
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
      return TimeUnit.NANOSECONDS.toMillis(ticker.read() - handling.began());
    }

    @Override
    public CompletionStage<String> answer() {
      return handling.answer();
    }

    @Override
    public Holder holder() {
      return handling.state().holder();
    }

    @Override
    public boolean answered() {
      return handling.state() == State.ANSWERED;
    }

    @Override
    public boolean deferred() {
      State state = handling.state();
      return state == State.DEFERRED || state == State.ENDING;
    }

    @Override
    public CompletionStage<Boolean> publish(String answer) {
      return handling.publish(answer);
    }

    @Override
    public CompletionStage<Boolean> defer(Holder next, String answer, Store store) {
      State state =
          switch (next) {
            case HANDLER -> State.DEFERRED;
            case QUEUE -> State.WAITING;
            default -> State.ANSWERED;
          };
      return handling.defer(state, answer, store);
    }

    @Override
    public CompletionStage<Boolean> end(Holder next, Store store) {
      return handling.end(next == Holder.QUEUE ? State.QUEUED : State.DONE, store);
    }

    @Override
    public void fail(Throwable cause) {
      handling.fail(cause);
    }
  }
}
