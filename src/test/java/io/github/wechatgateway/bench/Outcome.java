package io.github.wechatgateway.bench;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of an {@link Order}. All times are in microseconds.
 *
 * @param bad answers that were wrong, or not there
 * @param inTime right answers within five seconds, after which WeChat hangs up
 */
record Outcome(
    int sent, int bad, long p50, long p99, long p999, long slowest, int inTime, long micros) {
  static Outcome of(String line) {
    String[] parts = line.split(" ");
    return new Outcome(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]),
        Long.parseLong(parts[5]),
        Integer.parseInt(parts[6]),
        Long.parseLong(parts[7]));
  }

  String line() {
    return Stream.of(sent, bad, p50, p99, p999, slowest, inTime, micros)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  int answered() {
    return sent - bad;
  }

  double perSecond() {
    return sent * 1e6 / micros;
  }
}
