package io.github.wechatgateway.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
    assertThat(Statistics.median(List.of(4.0, 1.0, 3.0))).isEqualTo(3.0);
    assertThat(Statistics.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3.0);
  }

  @Test
  void the_spread_is_how_much_the_largest_exceeds_the_smallest() {
    assertThat(Statistics.spread(List.of(2.0, 2.1, 2.05))).isEqualTo(0.05, within(1e-9));
  }

  @Test
  void a_ratio_compares_rounds_that_followed_each_other() {
    // The machine got slower, and both with it.
    assertThat(Statistics.ratio(List.of(1.2, 2.4, 4.8), List.of(1.0, 2.0, 4.0))).isEqualTo(1.2);
  }
}
