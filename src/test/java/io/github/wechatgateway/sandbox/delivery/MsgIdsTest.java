package io.github.wechatgateway.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MsgIdsTest {
  @Test
  void ids_of_one_moment_differ_and_have_19_digits() {
    MsgIds ids = new MsgIds(() -> Instant.ofEpochSecond(1718000137));

    assertThat(ids.next()).isEqualTo(1718000137000000000L);
    assertThat(ids.next()).isEqualTo(1718000137000000001L);
  }

  @Test
  void ids_fit_a_signed_long_for_two_centuries() {
    MsgIds ids = new MsgIds(() -> Instant.parse("2226-01-01T00:00:00Z"));

    assertThat(ids.next()).isPositive();
  }
}
