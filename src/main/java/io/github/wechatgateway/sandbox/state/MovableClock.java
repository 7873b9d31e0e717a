package io.github.wechatgateway.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of the platform: the real time and what it was moved ahead, so that a token or a media
 * file expires at once.
 */
public final class MovableClock implements InstantSource {
  private final InstantSource real;
  private final Duration furthest;
  private Duration ahead = Duration.ZERO;

  /**
   * @param furthest how far ahead of the real time it can be moved in all
   */
  public MovableClock(InstantSource real, Duration furthest) {
    this.real = real;
    this.furthest = furthest;
  }

  @Override
  public synchronized Instant instant() {
    return real.instant().plus(ahead);
  }

  /** How far it has been moved ahead. */
  public synchronized Duration ahead() {
    return ahead;
  }

  /**
   * Moves it ahead.
   *
   * @throws IllegalArgumentException if that is backwards or too far
   */
  public synchronized void advance(Duration by) {
    if (by.isNegative() || by.compareTo(furthest.minus(ahead)) > 0) {
      throw new IllegalArgumentException(
          "clock: %s ahead, cannot move by %s (expected: from PT0S to %s)"
              .formatted(ahead, by, furthest.minus(ahead)));
    }
    ahead = ahead.plus(by);
  }
}
