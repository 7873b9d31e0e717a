package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.e2e.GatewayProcess.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, started as an operator starts it, in a working folder of its own. */
class StartIT {
  private WorkingFolder folder;

  @BeforeEach
  void copy_config_and_routes(@TempDir Path empty) throws IOException {
    folder = WorkingFolder.in(empty);
  }

  @Test
  void the_sandbox_profile_starts_and_answers_and_ends_on_sigterm() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.start(folder.path(), Map.of())) {
      assertThat(WeChatClient.send(HttpRequest.newBuilder(gateway.demo())).statusCode())
          .isEqualTo(403);

      gateway.terminate();

      assertThat(gateway.end(Duration.ofSeconds(10))).isEqualTo(143);
    }
  }

  @Test
  void an_account_may_come_from_the_environment_alone() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> account =
          Map.of(
              "WECHAT_LISTEN", Integer.toString(taken.getLocalPort()),
              "WECHAT_ACCOUNTS_SHOP_APP_ID", "wx5823bf96d3bd56c7",
              "WECHAT_ACCOUNTS_SHOP_APP_SECRET", "0123456789abcdef",
              "WECHAT_ACCOUNTS_SHOP_TOKEN", "sometoken");

      Ended ended = run("prod", account);

      assertThat(ended.errors()).contains("camel.server.port").doesNotContain("wechat.accounts");
    }
  }

  @Test
  void an_empty_profile_is_prod() throws Exception {
    folder.append("config/application-prod.properties", "wechat.foo=1\n");

    Ended ended = run("", Map.of("CAMEL_MAIN_PROFILE", ""));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors()).contains("wechat.foo: unknown key").doesNotContain("application-.");
  }

  @Test
  void at_trace_the_log_holds_no_secret_and_nothing_that_a_user_wrote() throws Exception {
    folder.replace("config/log4j2.properties", "rootLogger.level=info", "rootLogger.level=trace");
    folder.append(
        "config/application-sandbox.properties",
        """
        wechat.accounts.x.app-id={{env:X_APP_ID}}
        wechat.accounts.x.app-secret={{env:X_SECRET}}
        wechat.accounts.x.token={{env:X_TOKEN}}
        wechat.accounts.x.encoding-aes-key={{env:X_KEY}}
        """);
    Map<String, String> account =
        Map.of(
            "X_APP_ID", RunningGateway.APP_ID,
            "X_SECRET", RunningGateway.APP_SECRET,
            "X_TOKEN", RunningGateway.TOKEN,
            "X_KEY", RunningGateway.AES_KEY);

    try (GatewayProcess gateway = GatewayProcess.start(folder.path(), account)) {
      HttpResponse<String> answer =
          new WeChatClient().postSafe(gateway.url("x"), Xml.text("canaryContent"));
      gateway.terminate();
      gateway.end(Duration.ofSeconds(20));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(gateway.log().lines())
          .anyMatch(line -> line.contains(" TRACE "))
          .noneMatch(line -> line.contains(RunningGateway.APP_SECRET))
          .noneMatch(line -> line.contains(RunningGateway.TOKEN))
          .noneMatch(line -> line.contains(RunningGateway.AES_KEY))
          .noneMatch(line -> line.contains(Xml.USER))
          .noneMatch(line -> line.contains("canaryContent"))
          .noneMatch(line -> line.contains("/observe/health"));
    }
  }

  private Ended run(String profile, Map<String, String> environment, String... arguments) {
    return GatewayProcess.run(folder.path(), profile, environment, arguments);
  }
}
