package io.github.wechatgateway.check;

import io.github.wechatgateway.wechat.HostTrial;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares this machine's clock with the one of WeChat's API.
 *
 * <p>The clock of a message (CreateTime) says which of WeChat's three tries it is, in steps of five
 * seconds; one that seems to be older or newer than 20 s counts as the last. And with {@code
 * wechat.callback.max-age} a signed timestamp that seems to be older is refused.
 */
public final class ClockCheck {
  private static final Duration GOOD = Duration.ofSeconds(2);
  private static final Duration BAD = Duration.ofSeconds(20);
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500); // the header is cut to one
  private static final String SET_IT =
      "let NTP set this machine's clock (chrony, systemd-timesyncd)";

  private final HostTrial trial;
  private final Clock clock;
  private final int maxAge;

  /**
   * For all hosts.
   *
   * @param maxAge seconds that a signed timestamp may be off; 0 = not looked at
   */
  public ClockCheck(HostTrial trial, Clock clock, int maxAge) {
    this.trial = trial;
    this.clock = clock;
    this.maxAge = maxAge;
  }

  public Check of(URI host) {
    return new Check("clock", () -> compare(host), "look at the line of " + host.getHost());
  }

  private Finding compare(URI host) {
    try {
      Instant asked = clock.instant();
      Optional<Instant> date = trial.ask(host).date();
      Duration took = Duration.between(asked, clock.instant());
      if (date.isEmpty()) {
        return Finding.warning(host.getHost() + " does not tell its time", SET_IT);
      }
      Instant theirs = date.get().plus(HALF_A_SECOND);
      return judge(Duration.between(theirs, asked.plus(took.dividedBy(2))), host.getHost());
    } catch (IOException unreachable) {
      return Finding.warning(
          "unknown, as %s did not answer".formatted(host.getHost()), "look at its own line");
    }
  }

  /** What a clock that is ahead by so much does. */
  private Finding judge(Duration ahead, String host) {
    Duration off = ahead.abs();
    if (off.compareTo(GOOD) <= 0) {
      return Finding.ok("within 2 s of that of " + host);
    }
    String what =
        String.format(
            Locale.ROOT,
            "%.0f s %s that of %s",
            off.toMillis() / 1e3,
            ahead.isNegative() ? "behind" : "ahead of",
            host);
    if (maxAge > 0 && off.toSeconds() >= maxAge) {
      String refused = ": callbacks are refused as older or newer than wechat.callback.max-age";
      return Finding.problem(what + refused, SET_IT);
    }
    String tries = ": by CreateTime a first try of WeChat's seems to be another";
    return off.compareTo(BAD) > 0
        ? Finding.problem(what + tries, SET_IT)
        : Finding.warning(what + tries, SET_IT);
  }
}
