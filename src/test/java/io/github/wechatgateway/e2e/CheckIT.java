package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.wechatgateway.Canaries;
import io.github.wechatgateway.e2e.GatewayProcess.Ended;
import io.github.wechatgateway.wechat.StubWeChat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar with {@code check}: its exit codes, and where it tells what. */
class CheckIT {
  private WorkingFolder folder;

  @BeforeEach
  void copy_config_and_routes(@TempDir Path empty) throws IOException {
    folder = WorkingFolder.in(empty);
  }

  @Test
  void right_settings_are_told_line_by_line_and_nothing_is_left_behind() throws Exception {
    Ended ended = GatewayProcess.run(folder.path(), "sandbox", Map.of(), "check");

    assertThat(ended.log().lines())
        .as(ended.errors())
        .isNotEmpty()
        .allMatch(line -> line.matches("(ok|warning) .*"))
        .noneMatch(Canaries.in(List.of("demotoken")));
    assertThat(ended.log())
        .contains(
            "ok       settings and routes, profile sandbox\n", "token of demo", "callback of demo");
    assertThat(ended.errors()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(folder.path().resolve("data")).doesNotExist();
  }

  @Test
  void wrong_settings_and_routes_are_told_as_a_start_does() throws Exception {
    folder.append("config/application-sandbox.properties", "wechat.callback.max-age=soon\n");
    folder.replace(
        "routes/handlers/on-text.camel.yaml", "uri: direct:on-text", "uri: direct:on-link");

    Ended ended = GatewayProcess.run(folder.path(), "sandbox", Map.of(), "check");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors())
        .startsWith("wechat-gateway can't start:\n")
        .contains(
            "  wechat.callback.max-age: 4 characters: letters (expected: a whole number from 0 to 86400)\n",
            "a second beginning direct:on-link");
    assertThat(ended.log()).isEmpty();
  }

  @Test
  void beside_a_malformed_route_no_route_of_another_profile_is_told() throws Exception {
    folder.replace("routes/handlers/on-text.camel.yaml", "    id:", "\tid:");

    Ended ended =
        GatewayProcess.run(
            folder.path(),
            "prod",
            Map.of(
                "WECHAT_ACCOUNTS_SHOP_APP_ID", "wx5823bf96d3bd56c7",
                "WECHAT_ACCOUNTS_SHOP_APP_SECRET", "shopsecret",
                "WECHAT_ACCOUNTS_SHOP_TOKEN", "shoptoken"),
            "check");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors().lines().skip(1))
        .singleElement(as(STRING))
        .startsWith("  routes/handlers/on-text.camel.yaml:");
  }

  @Test
  void a_step_without_its_bean_is_told_though_the_settings_are_right() throws Exception {
    folder.append(
        "routes/handlers/on-link.camel.yaml",
        "        - process:\n            id: nothing\n            ref: no-such-bean\n");

    Ended ended = GatewayProcess.run(folder.path(), "sandbox", Map.of(), "check");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors()).contains("routes/handlers/on-link.camel.yaml:", "no-such-bean");
    assertThat(ended.log()).isEmpty();
  }

  @Test
  void a_server_that_wechat_does_not_let_in_is_told_with_the_page_of_the_console()
      throws Exception {
    String refusal =
        "{\"errcode\":40164,\"errmsg\":\"invalid ip 192.0.2.1 ipv6 ::ffff:192.0.2.1, not in whitelist rid: 1-2-3\"}";
    try (StubWeChat wechat = new StubWeChat((request, out) -> StubWeChat.json(out, refusal))) {
      Ended ended = GatewayProcess.run(folder.path(), "prod", shop(wechat), "check");

      assertThat(ended.code()).as(ended.log() + ended.errors()).isEqualTo(1);
      assertThat(ended.log().lines())
          .anySatisfy(
              line ->
                  assertThat(line)
                      .startsWith("problem  token of shop (")
                      .contains("errcode 40164", "192.0.2.1", "公众平台 > 设置与开发 > 基本配置 > IP白名单"))
          .noneMatch(Canaries.in(List.of("shoptoken")));
    }
  }

  @Test
  void a_host_that_hangs_does_not_keep_it() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (StubWeChat wechat = new StubWeChat((request, out) -> never.await())) {
      Ended ended = GatewayProcess.run(folder.path(), "prod", shop(wechat), "check");

      assertThat(ended.code()).as(ended.log() + ended.errors()).isEqualTo(1);
      assertThat(ended.log())
          .contains("problem  token of shop (", "problem  host 127.0.0.1 (")
          .contains("ok       callback of shop (");
    }
  }

  @Test
  void an_account_and_handlers_may_come_from_mounted_files(@TempDir Path secrets) throws Exception {
    MountedFiles.insteadOf(folder.path().resolve("routes/handlers"));
    MountedFiles.in(
        secrets,
        Map.of(
            "wechat.accounts.shop.app-id", "wxdemo0000000001",
            "wechat.accounts.shop.app-secret", Canaries.APP_SECRET,
            "wechat.accounts.shop.token", "shoptoken"));
    Map<String, String> settings =
        Map.of(
            "CAMEL_MAIN_CLOUD_PROPERTIES_LOCATION",
            secrets.toString(),
            "WECHAT_API_URL",
            "http://127.0.0.1:1");

    Ended ended = GatewayProcess.run(folder.path(), "prod", settings, "check");

    assertThat(ended.code()).as(ended.log() + ended.errors()).isEqualTo(1); // nobody listens there
    assertThat(ended.log()).contains("ok       callback of shop (");
  }

  @Test
  void its_version_is_that_of_the_jar() {
    Ended ended = GatewayProcess.run(folder.path(), "sandbox", Map.of(), "--version");

    assertThat(ended.code()).isZero();
    assertThat(ended.log()).matches("wechat-gateway \\d.*\\RApache Camel 4\\..*\\RJDK .*\\R");
  }

  private static Map<String, String> shop(StubWeChat wechat) {
    return Map.of(
        "WECHAT_API_URL",
        wechat.uri().toString(),
        "WECHAT_ACCOUNTS_SHOP_APP_ID",
        "wxdemo0000000001",
        "WECHAT_ACCOUNTS_SHOP_APP_SECRET",
        Canaries.APP_SECRET,
        "WECHAT_ACCOUNTS_SHOP_TOKEN",
        "shoptoken");
  }
}
