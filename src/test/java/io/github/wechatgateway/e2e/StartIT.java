package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.GatewayForTests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, started as an operator starts it, in a working folder of its own. */
class StartIT {
  private static final Path JAR = Path.of("target", "wechat-gateway.jar").toAbsolutePath();
  private static final String ON_TEXT = "routes/handlers/on-text.camel.yaml";

  @TempDir Path folder;

  @BeforeEach
  void copy_config_and_routes() throws IOException {
    for (String part : new String[] {"config", "routes"}) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(file.toString()));
        }
      }
    }
  }

  @Test
  void the_sandbox_profile_starts_and_answers_and_ends_on_sigterm() throws Exception {
    int port = GatewayForTests.freePort();
    Process gateway = start("sandbox", Map.of("WECHAT_LISTEN", Integer.toString(port)));
    try {
      URI demo = URI.create("http://127.0.0.1:" + port + "/wechat/demo");
      await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> status(demo) == 403);
    } finally {
      gateway.destroy();
    }

    assertThat(gateway.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void every_problem_of_the_settings_is_told_at_once() throws Exception {
    append(
        "config/application-prod.properties",
        """
        wechat.accounts.shop.app-id=wx5823bf96d3bd56c7
        wechat.accounts.shop.token=no-such-token!
        wechat.accounts.shop.encoding-aes-key=tooshort
        wechat.accounts.shop.encryption=saef
        wechat.callback.max-boddy=1
        wechat.callback.max-age=soon
        """);

    Ended ended = run("prod", Map.of());

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.errors)
        .contains(
            "  wechat.accounts.shop.app-secret: missing (expected: the AppSecret, usually 32 letters or digits)\n",
            "  wechat.accounts.shop.token: 14 characters: letters, other characters (expected: 3 to 32 letters or digits, as in 令牌(Token))\n",
            "  wechat.accounts.shop.encoding-aes-key: 8 characters: letters (expected: 43 letters or digits, as in 消息加解密密钥(EncodingAESKey))\n",
            "  wechat.accounts.shop.encryption: 4 characters: letters (expected: compatible, plain, safe)\n",
            "  wechat.callback.max-boddy: unknown key (expected: a key of config/application.properties; the nearest is wechat.callback.max-body)\n",
            "  wechat.callback.max-age: 4 characters: letters (expected: a whole number from 0 to 86400)\n")
        .doesNotContain("no-such-token", "tooshort", "saef", "Exception");
  }

  @Test
  void an_account_may_come_from_the_environment_alone() throws Exception {
    Map<String, String> account =
        Map.of(
            "WECHAT_ACCOUNTS_SHOP_APP_ID", "wx5823bf96d3bd56c7",
            "WECHAT_ACCOUNTS_SHOP_APP_SECRET", "0123456789abcdef",
            "WECHAT_ACCOUNTS_SHOP_TOKEN", "sometoken");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended = run("prod", withPort(account, taken.getLocalPort()));

      assertThat(ended.errors).contains("camel.server.port").doesNotContain("wechat.accounts");
    }
  }

  @Test
  void a_taken_port_is_told_with_its_key() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended = run("sandbox", withPort(Map.of(), taken.getLocalPort()));

      assertThat(ended.code).isEqualTo(2);
      assertThat(ended.errors)
          .isEqualTo(
              "wechat-gateway can't start:\n  camel.server.port: can't listen on 127.0.0.1:%d: Address already in use (expected: a free port and an address of this machine)\n"
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void broken_and_missing_routes_are_told_with_file_and_line() throws Exception {
    Files.delete(folder.resolve("routes/handlers/on-image.camel.yaml"));
    replace(ON_TEXT, "ref: keywords", "ref: keywrods");
    replace("routes/handlers/on-voice.camel.yaml", "- choice:", "- choise:");

    Ended ended = run("sandbox", Map.of());

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.errors)
        .contains("on-image", "on-text.camel.yaml", "keywrods", "on-voice.camel.yaml", "choise");
  }

  @Test
  void a_folder_without_config_and_routes_is_told() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    Ended ended = run("prod", Map.of(), empty);

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.errors)
        .contains(
            "config/application.properties: missing (expected: in the working folder, " + empty,
            "routes/");
  }

  @Test
  void a_profile_without_a_file_is_told() throws Exception {
    Ended ended = run("sandbx", Map.of());

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.errors).contains("config/application-sandbx.properties: missing");
  }

  private record Ended(int code, String errors) {}

  private Ended run(String profile, Map<String, String> environment) throws Exception {
    return run(profile, environment, folder);
  }

  private Ended run(String profile, Map<String, String> environment, Path in) throws Exception {
    Process gateway = start(profile, withPort(environment, 0), in);
    try {
      assertThat(gateway.waitFor(30, TimeUnit.SECONDS)).as("ended by itself").isTrue();
    } finally {
      gateway.destroyForcibly();
    }
    return new Ended(gateway.exitValue(), Files.readString(folder.resolve("stderr"), UTF_8));
  }

  private Process start(String profile, Map<String, String> environment) throws IOException {
    return start(profile, environment, folder);
  }

  private Process start(String profile, Map<String, String> environment, Path in)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Dcamel.main.profile=" + profile,
            "-jar",
            JAR.toString());
    builder
        .environment()
        .put("WECHAT_MANAGEMENT_LISTEN", Integer.toString(GatewayForTests.freePort()));
    builder.environment().putAll(environment);
    builder.directory(in.toFile());
    builder.redirectError(folder.resolve("stderr").toFile());
    builder.redirectOutput(folder.resolve("stdout").toFile());
    return builder.start();
  }

  private static Map<String, String> withPort(Map<String, String> environment, int port) {
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.putIfAbsent("WECHAT_LISTEN", Integer.toString(port));
    return all;
  }

  private static int status(URI url) {
    return WeChatClient.send(HttpRequest.newBuilder(url)).statusCode();
  }

  private void append(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + text);
  }

  private void replace(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }
}
