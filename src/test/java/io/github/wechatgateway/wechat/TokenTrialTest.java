package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.Canaries;
import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.account.Secret;
import io.github.wechatgateway.account.TokenKind;
import io.github.wechatgateway.check.Lines;
import io.github.wechatgateway.check.TokenCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of an account that gets a token, or none. */
class TokenTrialTest {
  private final FakeWeChat wechat = new FakeWeChat();

  @ParameterizedTest
  @CsvSource({
    "40164, 'WeChat takes no calls from this server''s IP: 192.0.2.1', '-> add that IP at 公众平台 > 设置与开发 > 基本配置 > IP白名单'",
    "40013, the AppID is wrong, '-> compare 开发者ID(AppID) at 公众平台 > 设置与开发 > 基本配置 with wechat.accounts.shop.app-id'",
    "40125, the AppSecret is wrong, '-> compare 开发者密码(AppSecret) at 公众平台 > 设置与开发 > 基本配置 with wechat.accounts.shop.app-secret'",
    "40001, the AppSecret is wrong, '开发者密码(AppSecret)'",
    "40243, the AppSecret is frozen, 解冻"
  })
  void what_wechat_refuses_is_explained_with_the_page_of_the_console(
      int errcode, String words, String whatToDo) {
    wechat.always(
        "{\"errcode\":%d,\"errmsg\":\"invalid ip 192.0.2.1 ipv6 ::ffff:192.0.2.1, not in whitelist\"}"
            .formatted(errcode));

    assertThat(line(TokenKind.STABLE))
        .startsWith("problem  token of shop (")
        .contains("errcode " + errcode + ", " + words, whatToDo)
        .doesNotMatch(Canaries.in(List.of("shoptoken")));
    assertThat(wechat.requests).hasSize(1);
  }

  @Test
  void a_busy_wechat_is_a_warning() {
    wechat.always(-1);

    assertThat(line(TokenKind.STABLE)).startsWith("warning").contains("errcode -1, ");
  }

  @ParameterizedTest
  @CsvSource({"STABLE", "CLASSIC"})
  void a_token_is_asked_for_so_that_none_is_disturbed_and_not_told(TokenKind kind) {
    wechat.always("{\"access_token\":\"canaryAccessToken\",\"expires_in\":7200}");

    assertThat(line(kind)).startsWith("ok").endsWith(": WeChat gives one");
    assertThat(wechat.requests)
        .hasSize(1)
        .allMatch(request -> request.contains("/cgi-bin/stable_token?"))
        .allMatch(request -> request.contains("\"force_refresh\":false"));
  }

  private String line(TokenKind kind) {
    Account account =
        new Account(
            "shop",
            "wxdemo0000000001",
            new Secret(Canaries.APP_SECRET),
            new Secret("shoptoken"),
            kind,
            List.of(),
            Encryption.PLAIN,
            LateReply.RETRIES,
            "");
    TokenTrial trial = new TokenTrial(wechat.calls(), wechat.clock);
    return Lines.of(List.of(new TokenCheck(trial).of(account))).all().get(0);
  }
}
