package io.github.wechatgateway.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
  private final Histogram histogram = new Histogram();

  @Test
  void percentiles_are_those_of_all_latencies_within_two_percent() {
    LongStream.rangeClosed(1, 100_000).forEach(histogram::add);

    assertThat(histogram.percentile(0.5)).isCloseTo(50_000L, withinPercentage(1.6));
    assertThat(histogram.percentile(0.99)).isCloseTo(99_000L, withinPercentage(1.6));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 127, 128, 129, 255, 256, 4_999_999, 60_000_000})
  void a_single_latency_is_every_percentile(long micros) {
    histogram.add(micros);

    assertThat(histogram.percentile(0.01)).isEqualTo(micros);
    assertThat(histogram.percentile(1)).isEqualTo(micros);
    assertThat(histogram.max()).isEqualTo(micros);
  }

  @Test
  void one_slow_answer_of_a_hundred_is_beyond_the_99th_percentile() {
    LongStream.range(0, 99).forEach(i -> histogram.add(100));
    histogram.add(9_000);

    assertThat(histogram.percentile(0.99)).isEqualTo(100);
    assertThat(histogram.percentile(0.991)).isEqualTo(9_000);
  }

  @Test
  void small_latencies_are_counted_exactly() {
    LongStream.rangeClosed(1, 100).forEach(histogram::add);

    assertThat(histogram.percentile(0.5)).isEqualTo(50);
    assertThat(histogram.percentile(0.99)).isEqualTo(99);
  }
}
