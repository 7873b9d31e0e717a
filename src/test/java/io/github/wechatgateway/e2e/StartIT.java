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
import java.util.ArrayList;
import java.util.List;
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

  private final List<String> arguments = new ArrayList<>();

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

  @Test
  void two_listeners_on_one_port_do_not_start() throws Exception {
    String port = Integer.toString(GatewayForTests.freePort());

    Ended ended = run("sandbox", Map.of("WECHAT_LISTEN", port, "WECHAT_MANAGEMENT_LISTEN", port));

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.errors)
        .isEqualTo(
            "wechat-gateway can't start:\n  camel.management.port: the port of camel.server.port (expected: a port of its own, or another address)\n");
  }

  @Test
  void a_missing_core_route_and_a_file_of_one_word_do_not_start() throws Exception {
    Files.delete(folder.resolve("routes/callback/check-url.camel.yaml"));
    Files.writeString(folder.resolve("routes/handlers/on-foo.camel.yaml"), "hello\n");

    Ended ended = run("sandbox", Map.of());

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.errors)
        .isEqualTo(
            """
            wechat-gateway can't start:
              routes/handlers/on-foo.camel.yaml: neither a route nor a policy (expected: a route in Camel's YAML)
              routes/callback/check-url.camel.yaml: no such route (expected: a route that the gateway can't be without)
            """);
  }

  @Test
  void wrong_keys_of_camels_are_told_besides_the_others_and_without_values() throws Exception {
    append("config/application.properties", "camel.main.foo=SECRETBAR\nwechat.foo=SECRETBAR\n");

    Ended ended = run("sandbox", Map.of("CAMEL_MAIN_BAR", "SECRETBAR"));

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.errors)
        .contains(
            "  wechat.foo: unknown key",
            "  camel.main.foo: unknown key (expected: a key of Camel's)\n")
        .doesNotContain("SECRETBAR", "@");
  }

  @Test
  void a_malformed_file_of_settings_is_the_only_thing_told() throws Exception {
    append("config/application-sandbox.properties", "wechat.x=\\uZZ\n");

    Ended ended = run("sandbox", Map.of());

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.errors)
        .matches(
            "wechat-gateway can't start:\n  config/application-sandbox.properties:\\d+: a malformed \\\\u \\(.*\\)\n");
  }

  @Test
  void an_argument_is_refused() throws Exception {
    arguments.add("--version");

    Ended ended = run("sandbox", Map.of());

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.errors)
        .isEqualTo(
            "--version: an argument (expected: none: settings come from config/, the environment and -D before -jar)\n");
  }

  @Test
  void an_empty_profile_is_prod() throws Exception {
    append("config/application-prod.properties", "wechat.foo=1\n");

    Ended ended = run("", Map.of("CAMEL_MAIN_PROFILE", ""));

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.errors).contains("wechat.foo: unknown key").doesNotContain("application-.");
  }

  @Test
  void an_account_with_a_wrong_key_is_not_called_plain() throws Exception {
    replace("config/application-sandbox.properties", "encoding-aes-key=Z", "encoding-aes-key=!");
    replace("config/application-sandbox.properties", "demo.encryption=compatible", "");

    Ended ended = run("sandbox", Map.of());

    assertThat(ended.code).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("stdout"), UTF_8)).doesNotContain("明文模式");
  }

  @Test
  void at_trace_the_log_holds_no_secret_and_nothing_that_a_user_wrote() throws Exception {
    replace("config/log4j2.properties", "rootLogger.level=info", "rootLogger.level=trace");
    append(
        "config/application-sandbox.properties",
        """
        wechat.accounts.x.app-id={{env:X_APP_ID}}
        wechat.accounts.x.app-secret={{env:X_SECRET}}
        wechat.accounts.x.token={{env:X_TOKEN}}
        wechat.accounts.x.encoding-aes-key={{env:X_KEY}}
        """);
    int port = GatewayForTests.freePort();
    Process gateway =
        start(
            "sandbox",
            Map.of(
                "WECHAT_LISTEN", Integer.toString(port),
                "X_APP_ID", RunningGateway.APP_ID,
                "X_SECRET", RunningGateway.APP_SECRET,
                "X_TOKEN", RunningGateway.TOKEN,
                "X_KEY", RunningGateway.AES_KEY));
    try {
      URI x = URI.create("http://127.0.0.1:" + port + "/wechat/x");
      await().atMost(Duration.ofSeconds(40)).ignoreExceptions().until(() -> status(x) == 403);
      assertThat(new WeChatClient().postSafe(x, Xml.text("canaryContent")).statusCode())
          .isEqualTo(200);
    } finally {
      gateway.destroy();
      gateway.waitFor(20, TimeUnit.SECONDS);
    }

    assertThat(Files.readAllLines(folder.resolve("stdout"), UTF_8))
        .anyMatch(line -> line.contains(" TRACE "))
        .noneMatch(line -> line.contains(RunningGateway.APP_SECRET))
        .noneMatch(line -> line.contains(RunningGateway.TOKEN))
        .noneMatch(line -> line.contains(RunningGateway.AES_KEY))
        .noneMatch(line -> line.contains(Xml.USER))
        .noneMatch(line -> line.contains("canaryContent"))
        .noneMatch(line -> line.contains("/observe/health"));
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
    builder.command().addAll(arguments);
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
