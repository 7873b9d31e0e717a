package io.github.wechatgateway.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.GatewayForTests;
import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.config.Address;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.wechat.StubWeChat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told of the gateway that runs. */
class RunningCheckTest {
  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @Test
  void one_that_knows_the_token_is_right() {
    assertThat(line("demo", "demotoken", GATEWAY.uri().getPort()))
        .startsWith("ok       running gateway, account demo (")
        .endsWith("/wechat/demo takes a URL check that is signed with the Token");
  }

  @Test
  void one_with_another_token_is_told() {
    assertThat(line("demo", "another", GATEWAY.uri().getPort()))
        .startsWith("problem")
        .contains("(403)", "start that gateway again if the Token was changed")
        .doesNotContain("another");
  }

  @Test
  void one_that_does_not_know_the_account_is_told() {
    assertThat(line("shop", "demotoken", GATEWAY.uri().getPort()))
        .startsWith("problem")
        .contains("(404)", "start that gateway again if the account was added");
  }

  @Test
  void what_is_no_gateway_is_told() throws Exception {
    try (StubWeChat other =
        new StubWeChat((request, answer) -> StubWeChat.json(answer, "{\"hello\":1}"))) {
      assertThat(line("demo", "demotoken", other.uri().getPort()))
          .startsWith("problem")
          .contains("answers as no gateway does", "camel.server.port");
    }
  }

  @Test
  void none_is_no_problem() {
    assertThat(line("demo", "demotoken", GatewayForTests.freePort()))
        .startsWith("ok")
        .contains("none listens at http://127.0.0.1:");
  }

  private static String line(String account, String token, int port) {
    OfficialAccount official =
        new OfficialAccount(
            account,
            "gh_1",
            "wxdemo0000000000",
            "demosecret00000000000000000000000",
            token,
            Optional.empty(),
            Encryption.PLAIN);
    RunningCheck check = new RunningCheck(new Address("127.0.0.1", port));
    return Lines.of(List.of(check.of(official))).all().get(0);
  }
}
