package io.github.wechatgateway.late;

import java.time.Duration;
import java.util.List;

/**
 * How long late messages wait, and for what.
 *
 * @param leases after which a message whose handler runs comes out, to see whether it still does:
 *     the first, the second, … the last again and again
 * @param delays before the handler of a message that failed is run again, before it is run a third
 *     time, … ; after the last it is given up
 * @param maxAge of a message that was not handled yet; nobody waits for an older one
 */
public record LateLimits(List<Duration> leases, List<Duration> delays, Duration maxAge) {

  Duration lease(int number) {
    return leases.get(Math.min(number, leases.size() - 1));
  }

  /** Whether a message is given up whose handler failed so often. */
  boolean isHopeless(int attempts) {
    return attempts > delays.size();
  }

  /** None before the first attempt. */
  Duration delay(int attempts) {
    return attempts == 0 ? Duration.ZERO : delays.get(Math.min(attempts, delays.size()) - 1);
  }
}
