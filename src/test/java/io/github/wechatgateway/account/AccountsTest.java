package io.github.wechatgateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.config.Settings;
import java.util.Base64;
import java.util.Objects;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
  private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

  private final Properties properties = new Properties();

  @BeforeEach
  void an_account_as_the_console_gives_it() {
    set("app-id", "wx0123456789abcdef");
    set("app-secret", "0123456789abcdef0123456789abcdef");
    set("token", "demotoken");
  }

  @Test
  void an_account_is_found_by_its_name() {
    Account demo = demo();

    assertThat(demo.name()).isEqualTo("demo");
    assertThat(demo.appId()).isEqualTo("wx0123456789abcdef");
    assertThat(demo.appSecret().value()).isEqualTo("0123456789abcdef0123456789abcdef");
    assertThat(demo.token().value()).isEqualTo("demotoken");
    assertThat(accounts(settings()).byName("other")).isNull();
  }

  @Test
  void all_accounts_are_there() {
    properties.put("wechat.accounts.b2.app-id", "wxb");

    assertThat(accounts(settings()).all()).extracting(Account::name).containsExactly("b2", "demo");
  }

  @Test
  void without_a_key_it_is_plain() {
    assertThat(demo().encryption()).isEqualTo(Encryption.PLAIN);
    assertThat(demo().keys()).isEmpty();
  }

  @Test
  void with_a_key_it_is_safe() {
    set("encoding-aes-key", KEY);

    assertThat(demo().encryption()).isEqualTo(Encryption.SAFE);
    assertThat(demo().keys()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"plain, PLAIN", "compatible, COMPATIBLE", "safe, SAFE"})
  void it_may_say_otherwise(String text, Encryption encryption) {
    set("encoding-aes-key", KEY);
    set("encryption", text);

    assertThat(demo().encryption()).isEqualTo(encryption);
  }

  @Test
  void the_previous_key_comes_second() {
    set("encoding-aes-key", KEY);
    set("encoding-aes-key-previous", "A".repeat(43));

    assertThat(demo().keys())
        .extracting(key -> Base64.getEncoder().encodeToString(key.key().getEncoded()))
        .containsExactly(KEY.replaceFirst("C$", "A="), "A".repeat(43) + "=");
  }

  @Test
  void no_secret_is_shown() {
    set("encoding-aes-key", KEY);

    assertThat(new Secret("secret")).hasToString("***");
    assertThat(demo().toString()).doesNotContain("demotoken", "0123456789abcdef0", KEY, "[-");
  }

  private void set(String key, String value) {
    properties.put("wechat.accounts.demo." + key, value);
  }

  private Account demo() {
    return Objects.requireNonNull(accounts(settings()).byName("demo"));
  }

  private static Accounts accounts(Settings settings) {
    return Accounts.from(settings);
  }

  private Settings settings() {
    DefaultCamelContext context = new DefaultCamelContext();
    context.getPropertiesComponent().setInitialProperties(properties);
    return new Settings(context);
  }
}
