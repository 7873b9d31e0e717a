package io.github.wechatgateway.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** config/systemd/, by systemd's own tool, and against what the gateway is. */
class SystemdTest {
  private static final Path UNIT = Path.of("config", "systemd", "wechat-gateway.service");
  private static final Path TOOL = Path.of("/usr/bin/systemd-analyze");

  @Test
  void systemd_takes_the_unit(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(Files.exists(TOOL) || "true".equals(System.getenv("CI")), "no systemd");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path unit =
        Files.writeString(
            folder.resolve(UNIT.getFileName()),
            Files.readString(UNIT).replace("/usr/bin/java", java));
    Process tool =
        new ProcessBuilder(TOOL.toString(), "verify", unit.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), UTF_8);

    assertThat(tool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(tool.exitValue()).as(said).isZero();
    assertThat(said.lines().filter(line -> line.contains("wechat-gateway"))).isEmpty();
  }

  @Test
  void its_variables_are_settings() throws IOException {
    List<String> variables = values("Environment").stream().map(it -> it.split("=")[0]).toList();

    assertThat(variables).contains("WECHAT_QUEUE_FOLDER", "WECHAT_MEDIA_SPOOL");
    assertThat(Keys.variables())
        .containsAll(variables.stream().filter(it -> !it.equals("LANG")).toList());
  }

  /** Commands.java names the exit codes. */
  @Test
  void wrong_settings_are_not_started_again() throws IOException {
    assertThat(values("RestartPreventExitStatus")).containsExactly("2");
    assertThat(values("SuccessExitStatus")).containsExactly("143");
  }

  private static List<String> values(String name) throws IOException {
    return Files.readAllLines(UNIT).stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .toList();
  }
}
