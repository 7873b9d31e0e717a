package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.GatewayForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The jar, started as an operator starts it, on ports that are free. What it writes goes into files
 * of its folder.
 */
final class GatewayProcess implements AutoCloseable {
  /** WeChat, for the account of the sandbox. */
  static final WeChatClient DEMO =
      new WeChatClient(
          "demotoken", "ZGVtb2tleWRlbW9rZXlkZW1va2V5ZGVtb2tleWRlbW8", "wxdemo0000000000");

  private static final Path JAR = Path.of("target", "wechat-gateway.jar").toAbsolutePath();
  private static final Duration TO_START = Duration.ofSeconds(40);
  private static final Duration TO_REFUSE = Duration.ofSeconds(30);
  private static final Pattern LISTENING = Pattern.compile("Listening on http://\\S+:(\\d+)/");

  private final Process process;
  private final Path folder;

  private GatewayProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /** How it ended by itself, what it told on standard error, and what it logged. */
  record Ended(int code, String errors, String log) {}

  static Ended run(
      Path folder, String profile, Map<String, String> environment, String... arguments) {
    try (GatewayProcess gateway = launch(folder, profile, environment, arguments)) {
      return new Ended(gateway.end(TO_REFUSE), gateway.errors(), gateway.log());
    }
  }

  /**
   * The sandbox, once it listens. It warns at start unless the account's late-reply is "retries".
   */
  static GatewayProcess start(Path folder, Map<String, String> environment) {
    return start(folder, "sandbox", environment);
  }

  /** One in a profile, once it listens. */
  static GatewayProcess start(Path folder, String profile, Map<String, String> environment) {
    return listening(launch(folder, profile, environment));
  }

  /** The same, by a command that is given the one that starts it. */
  static GatewayProcess startBy(
      List<String> command, Path folder, String profile, Map<String, String> environment) {
    return listening(launch(command, folder, profile, environment));
  }

  private static GatewayProcess listening(GatewayProcess gateway) {
    try {
      await().atMost(TO_START).until(() -> !gateway.process.isAlive() || isStarted(gateway.log()));
      assertThat(gateway.process.isAlive()).as("runs").isTrue();
      return gateway;
    } catch (RuntimeException | AssertionError failed) {
      gateway.close();
      throw failed;
    }
  }

  /** It listens a little before its routes are there. */
  private static boolean isStarted(String log) {
    return LISTENING.matcher(log).find() && log.contains("(wechat-gateway) started in ");
  }

  /** Killed after so long, wherever in its start it is then. */
  static void startAndKill(
      Path folder, String profile, Map<String, String> environment, Duration after) {
    try (GatewayProcess gateway = launch(folder, profile, environment)) {
      assertThat(gateway.process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static GatewayProcess launch(
      Path folder, String profile, Map<String, String> environment, String... arguments) {
    return launch(List.of(), folder, profile, environment, arguments);
  }

  private static GatewayProcess launch(
      List<String> command,
      Path folder,
      String profile,
      Map<String, String> environment,
      String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(ClassArchive.flags(JAR));
    builder
        .command()
        .addAll(
            List.of(
                "-Dfile.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dcamel.main.profile=" + profile,
                "-jar",
                JAR.toString()));
    builder.command().addAll(List.of(arguments));
    builder.environment().put("WECHAT_LISTEN", "0");
    builder
        .environment()
        .put("WECHAT_MANAGEMENT_LISTEN", Integer.toString(GatewayForTests.freePort()));
    if (!profile.equals("sandbox")) { // where the stand-in is WeChat
      builder.environment().put("WECHAT_API_URL", "http://127.0.0.1:9"); // nobody: no test leaves
    }
    builder.environment().put("WECHAT_LOG_FORMAT", "text");
    builder.environment().putAll(environment);
    builder.directory(folder.toFile());
    builder.redirectError(folder.resolve("stderr").toFile());
    builder.redirectOutput(folder.resolve("stdout").toFile());
    try {
      return new GatewayProcess(builder.start(), folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The callback of the sandbox's account. */
  URI demo() {
    return url("demo");
  }

  URI url(String account) {
    MatchResult listening = LISTENING.matcher(log()).results().findFirst().orElseThrow();
    return URI.create("http://127.0.0.1:" + listening.group(1) + "/wechat/" + account);
  }

  int port() {
    return demo().getPort();
  }

  String log() {
    return read("stdout");
  }

  /** From JDK 24 on the JVM itself warns there of what Netty does with memory. */
  private String errors() {
    return read("stderr").replaceAll("(?m)^WARNING: .*\\R", "");
  }

  long pid() {
    return process.pid();
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** SIGKILL, without waiting for its end. */
  void kill() {
    process.destroyForcibly();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its exit code, once it has ended by itself. */
  int end(Duration atMost) {
    try {
      assertThat(process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS))
          .as("ended by itself within %s", atMost)
          .isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    return process.exitValue();
  }

  /** SIGKILL. */
  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file), UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
