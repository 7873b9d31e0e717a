package io.github.wechatgateway.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** config/prometheus/, by Prometheus's own tool. */
class AlertRulesTest {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  @ParameterizedTest
  @CsvSource({"check, alerts.yml", "test, alerts.test.yml"})
  void prometheus_takes_the_rules_and_each_one_fires_and_keeps_quiet(String command, String file)
      throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(PROMTOOL) || "true".equals(System.getenv("CI")), "promtool is not installed");

    Process tool =
        new ProcessBuilder(PROMTOOL.toString(), command, "rules", file)
            .directory(Path.of("config", "prometheus").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), UTF_8);

    assertThat(tool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(tool.exitValue()).as(said).isZero();
  }
}
