package io.github.wechatgateway.bench;

import java.nio.file.Path;

/**
 * Measures the gateway, as it ships, beside a server that does the same work by hand: {@code mvn
 * -Pbench -DskipTests verify}. It prints what it finds in Markdown, which is in {@code
 * target/bench.md} too; {@link Options} says what can be set.
 *
 * <p>A goal that is missed is reported. Only a wrong answer makes it fail.
 */
final class Bench {
  private Bench() {}

  public static void main(String[] none) throws Exception {
    Options options = Options.of(System.getProperty("bench", ""));
    Report report = new Report(options);
    if (options.has("plain") || options.has("aes")) {
      try (Saturation saturation = new Saturation(options)) {
        if (options.has("plain")) {
          saturation.measure(false, report);
        }
        if (options.has("aes")) {
          saturation.measure(true, report);
        }
        saturation.memory(report);
      }
    }
    if (options.has("start")) {
      ColdStart.measure(options, report);
    }
    if (options.has("waiting")) {
      Waiting.measure(options, report);
    }
    if (options.has("hang")) {
      Hang.measure(options, report);
    }
    if (options.has("late")) {
      Late.measure(options, report);
    }
    if (options.has("soak")) {
      Soak.measure(options, report);
    }
    report.write(Path.of("target", "bench.md"));
  }
}
