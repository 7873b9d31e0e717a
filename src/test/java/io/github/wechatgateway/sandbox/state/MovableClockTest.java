package io.github.wechatgateway.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MovableClockTest {
  private static final Instant REAL = Instant.parse("2026-11-01T04:00:00Z");
  private final MovableClock clock = new MovableClock(() -> REAL, Duration.ofDays(10));

  @Test
  void it_shows_the_real_time_until_it_is_moved() {
    assertThat(clock.instant()).isEqualTo(REAL);
    assertThat(clock.ahead()).isZero();
  }

  @Test
  void moves_add_up() {
    clock.advance(Duration.ofDays(4));
    clock.advance(Duration.ofDays(6));

    assertThat(clock.instant()).isEqualTo(REAL.plus(Duration.ofDays(10)));
    assertThat(clock.ahead()).isEqualTo(Duration.ofDays(10));
  }

  @Test
  void it_does_not_go_back() {
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .hasMessage("clock: PT0S ahead, cannot move by PT-1S (expected: from PT0S to PT240H)");
  }

  @Test
  void it_does_not_go_further_than_it_may() {
    clock.advance(Duration.ofDays(9));

    assertThatThrownBy(() -> clock.advance(Duration.ofDays(2)))
        .hasMessage("clock: PT216H ahead, cannot move by PT48H (expected: from PT0S to PT24H)");
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.ahead()).isEqualTo(Duration.ofDays(9));
  }
}
