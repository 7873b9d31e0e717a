package io.github.wechatgateway.bench;

/**
 * What became of an {@link Order}. All times are in microseconds.
 *
 * @param bad answers that were wrong, or not there
 * @param inTime right answers within five seconds, after which WeChat hangs up
 */
record Outcome(int sent, int bad, long p50, long p99, long slowest, int inTime, long micros) {
  static Outcome of(String line) {
    String[] parts = line.split(" ");
    return new Outcome(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]),
        Integer.parseInt(parts[5]),
        Long.parseLong(parts[6]));
  }

  String line() {
    return sent + " " + bad + " " + p50 + " " + p99 + " " + slowest + " " + inTime + " " + micros;
  }

  int answered() {
    return sent - bad;
  }

  double perSecond() {
    return sent * 1e6 / micros;
  }
}
