package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.GatewayForTests;
import io.github.wechatgateway.e2e.GatewayProcess.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings with which the jar does not start are told on standard error. */
class WrongSettingsIT {
  private WorkingFolder folder;

  @BeforeEach
  void copy_config_and_routes(@TempDir Path empty) throws IOException {
    folder = WorkingFolder.in(empty);
  }

  @Test
  void every_problem_of_the_settings_is_told_at_once() throws Exception {
    folder.append(
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

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors())
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
  void a_taken_port_is_told_with_its_key() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended = run("sandbox", Map.of("WECHAT_LISTEN", Integer.toString(taken.getLocalPort())));

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.errors())
          .isEqualTo(
              "wechat-gateway can't start:\n  camel.server.port: can't listen on 127.0.0.1:%d: Address already in use (expected: a free port and an address of this machine)\n"
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void a_folder_without_config_and_routes_is_told() throws Exception {
    Path empty = Files.createDirectory(folder.path().resolve("empty"));

    Ended ended = GatewayProcess.run(empty, "prod", Map.of());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors())
        .matches(
            """
            (?s).*wechat-gateway can't start:
              config/application.properties: missing \\(expected: in the working folder, \\S+/empty\\)
              routes/: missing \\(expected: in the working folder, \\S+/empty\\)
            """);
  }

  @Test
  void a_profile_without_a_file_is_told() throws Exception {
    Ended ended = run("sandbx", Map.of());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors()).contains("config/application-sandbx.properties: missing");
  }

  @Test
  void two_listeners_on_one_port_do_not_start() throws Exception {
    String port = Integer.toString(GatewayForTests.freePort());

    Ended ended = run("sandbox", Map.of("WECHAT_LISTEN", port, "WECHAT_MANAGEMENT_LISTEN", port));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors())
        .isEqualTo(
            "wechat-gateway can't start:\n  camel.management.port: the port of camel.server.port (expected: a port of its own, or another address)\n");
  }

  @Test
  void wrong_keys_of_camels_are_told_besides_the_others_and_without_values() throws Exception {
    folder.append(
        "config/application.properties", "camel.main.foo=SECRETBAR\nwechat.foo=SECRETBAR\n");

    Ended ended = run("sandbox", Map.of("CAMEL_MAIN_BAR", "SECRETBAR"));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors())
        .contains(
            "  wechat.foo: unknown key",
            "  camel.main.foo: unknown key (expected: a key of Camel's)\n")
        .doesNotContain("SECRETBAR", "@");
  }

  @Test
  void a_malformed_file_of_settings_is_the_only_thing_told() throws Exception {
    folder.append("config/application-sandbox.properties", "wechat.x=\\uZZ\n");

    Ended ended = run("sandbox", Map.of());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors())
        .matches(
            "wechat-gateway can't start:\n  config/application-sandbox.properties:\\d+: a malformed \\\\u \\(.*\\)\n");
  }

  @Test
  void an_argument_is_refused() throws Exception {
    Ended ended = run("sandbox", Map.of(), "--wechat.foo=SECRETBAR");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors())
        .isEqualTo(
            "--wechat.foo=…: unknown option (expected: no argument, check, --help or --version; settings come from config/, the environment and -D before -jar)\n");
  }

  @Test
  void an_account_with_a_wrong_key_is_not_called_plain() throws Exception {
    folder.replace(
        "config/application-sandbox.properties", "encoding-aes-key=Z", "encoding-aes-key=!");
    folder.replace("config/application-sandbox.properties", "demo.encryption=compatible", "");

    Ended ended = run("sandbox", Map.of());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.log()).doesNotContain("明文模式");
  }

  private Ended run(String profile, Map<String, String> environment, String... arguments) {
    return GatewayProcess.run(folder.path(), profile, environment, arguments);
  }
}
