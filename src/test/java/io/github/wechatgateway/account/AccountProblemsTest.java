package io.github.wechatgateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.Settings;
import java.util.List;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountProblemsTest {
  private final Properties properties = new Properties();

  @BeforeEach
  void an_account_as_the_console_gives_it() {
    set("app-id", "wx0123456789abcdef");
    set("app-secret", "0123456789abcdef0123456789abcdef");
    set("token", "demotoken");
  }

  @ParameterizedTest
  @CsvSource({
    "app-id, '', 'missing (expected: the AppID, such as wx and 16 letters or digits)'",
    "app-id, wx secret, '9 characters: letters, white space (expected: the AppID, such as wx and 16 letters or digits)'",
    "app-secret, '', 'missing (expected: the AppSecret, usually 32 letters or digits)'",
    "app-secret, sec ret, '7 characters: letters, white space (expected: the AppSecret, usually 32 letters or digits)'",
    "token, '', 'missing (expected: 3 to 32 letters or digits, as in 令牌(Token))'",
    "token, ab, '2 characters: letters (expected: 3 to 32 letters or digits, as in 令牌(Token))'",
    "token, secret-1, '8 characters: letters, digits, other characters (expected: 3 to 32 letters or digits, as in 令牌(Token))'",
    "encoding-aes-key, secret, '6 characters: letters (expected: 43 letters or digits, as in 消息加解密密钥(EncodingAESKey))'",
    "encoding-aes-key-previous, secret, '6 characters: letters (expected: 43 letters or digits, as in 消息加解密密钥(EncodingAESKey))'",
    "encryption, secret, '6 characters: letters (expected: compatible, plain, safe)'",
    "encryption, safe, 'missing (expected: 43 letters or digits, for wechat.accounts.demo.encryption is not plain)'",
    "late-reply, never, '5 characters: letters (expected: customer-service, retries)'",
    "access-token, fancy, '5 characters: letters (expected: classic, stable)'",
  })
  void what_is_wrong_is_told_but_not_the_value(String key, String value, String problem) {
    set(key, value);
    String place = value.equals("safe") ? "encoding-aes-key" : key;

    assertThat(problems()).containsExactly("wechat.accounts.demo." + place + ": " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"My", "my-shop", "商店", "a_b"})
  void a_name_is_of_lower_case_letters_and_digits(String name) {
    properties.put("wechat.accounts." + name + ".token", "secret");

    assertThat(problems())
        .containsExactly(
            "wechat.accounts."
                + name
                + ": a name with other characters (expected: lower-case letters and digits)");
  }

  @Test
  void there_is_at_least_one_account() {
    properties.clear();

    assertThat(problems())
        .containsExactly(
            "wechat.accounts.<name>.app-id: no account (expected: app-id, app-secret and token of"
                + " at least one account, from 公众平台 > 设置与开发 > 基本配置)");
  }

  private void set(String key, String value) {
    properties.put("wechat.accounts.demo." + key, value);
  }

  private List<String> problems() {
    Settings settings = settings();
    assertThat(Accounts.from(settings)).isNotNull();
    return settings.problems().stream().map(Problem::toString).toList();
  }

  private Settings settings() {
    DefaultCamelContext context = new DefaultCamelContext();
    context.getPropertiesComponent().setInitialProperties(properties);
    return new Settings(context);
  }
}
