package io.github.wechatgateway.wechat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Calls that are not made for a while: a pause of one API of an account, and the circuit of an
 * account, one for the calls that fetch a token and one for those that have one. (While a renewal
 * is refused, the token that there is works until its end.)
 */
final class Barriers {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final Duration A_MINUTE = Duration.ofSeconds(60);

  private final Duration circuitTime;
  private final InstantSource clock;
  private final Cache<String, Barrier> barriers;

  /** Why calls are not made, and until when. */
  private record Barrier(Instant until, Outcome outcome) {}

  /**
   * For all accounts.
   *
   * @param circuitTime between two calls that try whether an open circuit may be closed
   * @param most of them; if there are more, some are forgotten, and WeChat refuses again
   */
  Barriers(Duration circuitTime, int most, InstantSource clock) {
    this.circuitTime = circuitTime;
    this.clock = clock;
    this.barriers = Caffeine.newBuilder().maximumSize(most).build();
  }

  /**
   * Puts one up, if the table says so.
   *
   * @return until when; null where there is none
   */
  @Nullable Instant raise(WeChatCall call, boolean withToken, Outcome outcome) {
    Instant now = clock.instant();
    return switch (outcome.reason().action()) {
      // Without a token nothing works: it is asked for again before the day is over.
      case PAUSE_UNTIL_MIDNIGHT ->
          put(pause(call), withToken ? midnight(now) : now.plus(A_MINUTE), outcome);
      case PAUSE_A_MINUTE -> put(pause(call), now.plus(A_MINUTE), outcome);
      case OPEN_CIRCUIT -> put(circuit(call, withToken), now.plus(circuitTime), outcome);
      case OPEN_CIRCUIT_OF_TOKEN ->
          withToken ? null : put(circuit(call, false), now.plus(circuitTime), outcome);
      default -> null;
    };
  }

  /**
   * Puts one up before an API, for as long as WeChat asked for in {@code Retry-After}.
   *
   * @return until when
   */
  Instant pause(WeChatCall call, Duration time, Outcome outcome) {
    return put(pause(call), clock.instant().plus(time), outcome);
  }

  /** Takes the circuit's down: a call succeeded. */
  void lower(WeChatCall call, boolean withToken) {
    barriers.invalidate(circuit(call, withToken));
  }

  /** What stops a call; at an open circuit one is let by now and then, to try it. */
  @Nullable WeChatRefusal before(WeChatCall call, boolean withToken) {
    WeChatRefusal paused = paused(call);
    return paused == null ? refusal(call, circuit(call, withToken), true) : paused;
  }

  /** The circuit as it is now; null where there is none. */
  @Nullable Object circuitOf(WeChatCall call, boolean withToken) {
    return barriers.getIfPresent(circuit(call, withToken));
  }

  /**
   * What has come up before a call that has waited since.
   *
   * @param known the circuit that it was let by
   */
  @Nullable WeChatRefusal since(@Nullable Object known, WeChatCall call, boolean withToken) {
    WeChatRefusal paused = paused(call);
    String circuit = circuit(call, withToken);
    return paused != null || barriers.getIfPresent(circuit) == known
        ? paused
        : refusal(call, circuit, true);
  }

  /** Takes the pauses of an account down: it has had its quotas cleared. */
  void lowerPauses(String account) {
    barriers.asMap().keySet().removeIf(key -> key.startsWith(account + "/"));
  }

  private @Nullable WeChatRefusal paused(WeChatCall call) {
    return refusal(call, pause(call), false);
  }

  private @Nullable WeChatRefusal refusal(WeChatCall call, String key, boolean circuit) {
    Barrier barrier = barriers.getIfPresent(key);
    if (barrier == null) {
      return null;
    }
    Instant now = clock.instant();
    if (!now.isBefore(barrier.until())) {
      boolean passes =
          circuit
              ? barriers
                  .asMap()
                  .replace(key, barrier, new Barrier(now.plus(circuitTime), barrier.outcome()))
              : barriers.asMap().remove(key, barrier);
      if (passes) {
        return null;
      }
    }
    Outcome outcome = barrier.outcome();
    String until = "no call before " + barrier.until();
    String detail = outcome.detail().isEmpty() ? until : outcome.detail() + ", " + until;
    return new WeChatRefusal(
        call, outcome.errcode(), outcome.reason(), detail, null, barrier.until());
  }

  private Instant put(String key, Instant until, Outcome outcome) {
    barriers.put(key, new Barrier(until, outcome));
    return until;
  }

  private static Instant midnight(Instant now) {
    return LocalDate.ofInstant(now, BEIJING).plusDays(1).atStartOfDay(BEIJING).toInstant();
  }

  private static String pause(WeChatCall call) {
    return call.account() + call.path();
  }

  private static String circuit(WeChatCall call, boolean withToken) {
    return call.account() + (withToken ? "#calls" : "#token");
  }
}
