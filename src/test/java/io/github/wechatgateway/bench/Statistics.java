package io.github.wechatgateway.bench;

import java.util.List;
import java.util.stream.IntStream;

/** Of some rounds. */
final class Statistics {
  private Statistics() {}

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** How much the largest exceeds the smallest: 0.05 is 5 %. */
  static double spread(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow()
            / values.stream().mapToDouble(Double::doubleValue).min().orElseThrow()
        - 1;
  }

  /** The median of the ratios of rounds that followed each other. */
  static double ratio(List<Double> values, List<Double> others) {
    return median(
        IntStream.range(0, values.size()).mapToObj(i -> values.get(i) / others.get(i)).toList());
  }
}
