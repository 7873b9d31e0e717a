package io.github.wechatgateway.late;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which message gives which kept answer, from when it takes the answer until no copy of it can need
 * the answer any more.
 */
final class Givings {
  /** WeChat waits five seconds for a try's answer, and asks again at once if it missed it. */
  private static final Duration AFTER_WRITE = Duration.ofSeconds(6);

  /** WeChat's tries are over fifteen seconds after the first began. */
  private static final Duration UNWRITTEN = Duration.ofSeconds(20);

  private final Map<String, Giving> givings = new ConcurrentHashMap<>();
  private final Ticker ticker;

  Givings(Ticker ticker) {
    this.ticker = ticker;
  }

  /**
   * What ended.
   *
   * @param id of the answer
   * @param written whether the user has it; else it stays
   * @param rest what the user has not: it stays in its place
   */
  record Ended(String id, boolean written, Optional<OutboxMessage> rest) {}

  private record Giving(String id, long due, boolean written, @Nullable OutboxMessage rest) {
    boolean isDue(long now) {
      return due - now <= 0;
    }

    Ended end() {
      return new Ended(id, written, Optional.ofNullable(rest));
    }
  }

  /** Which answer a message gives. */
  Optional<String> answerOf(String by) {
    return Optional.ofNullable(givings.get(by)).map(Giving::id);
  }

  void begin(String by, String id) {
    givings.put(by, new Giving(id, after(UNWRITTEN), false, null));
  }

  void leaves(String by, OutboxMessage rest) {
    givings.computeIfPresent(
        by, (same, now) -> new Giving(now.id(), now.due(), now.written(), rest));
  }

  /**
   * The answer of a try is at WeChat; if it was the last one, that was all.
   *
   * @return what is given thus; empty if this message gives none
   */
  Optional<Ended> written(String by, boolean last) {
    Giving giving =
        givings.computeIfPresent(
            by,
            (same, now) ->
                new Giving(now.id(), after(last ? Duration.ZERO : AFTER_WRITE), true, now.rest()));
    return Optional.ofNullable(giving).map(Giving::end);
  }

  /** Nobody gives it: whoever asked was answered with something else, or the last try is closed. */
  Optional<Ended> stays(String by) {
    return Optional.ofNullable(givings.get(by))
        .filter(giving -> !giving.written() && givings.remove(by, giving))
        .map(Giving::end);
  }

  /** Those that have ended since. */
  List<Ended> ended() {
    long now = ticker.read();
    List<Ended> ended = new ArrayList<>();
    givings.forEach(
        (by, giving) -> {
          if (giving.isDue(now) && givings.remove(by, giving)) {
            ended.add(giving.end());
          }
        });
    return ended;
  }

  private long after(Duration time) {
    return ticker.read() + time.toNanos();
  }
}
