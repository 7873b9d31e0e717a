package io.github.wechatgateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.Settings;
import java.util.List;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {
  private static final String CRM = "crm-0123456789abcdef";
  private static final String ERP = "erp-0123456789abcdef";

  private final Properties properties = new Properties();

  @Test
  void each_client_is_known_by_its_key() {
    set("crm", CRM);
    set("erp", ERP);
    Clients clients = clients();

    assertThat(clients.nameOf(CRM)).contains("crm");
    assertThat(clients.nameOf(ERP)).contains("erp");
    assertThat(clients.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "crm-0123456789abcde", "crm-0123456789abcdef0", "CRM-0123456789ABCDEF"})
  void any_other_key_is_nobodys(String key) {
    set("crm", CRM);

    assertThat(clients().nameOf(key)).isEmpty();
  }

  @Test
  void there_are_none_without_keys_or_with_empty_ones() {
    set("crm", " ");

    assertThat(clients().isEmpty()).isTrue();
    assertThat(clients().nameOf("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'fifteen-letters', '15 characters: letters, other characters'",
    "'with a blank 0123', '17 characters: letters, digits, white space'",
    "'0123456789abcdef中', '17 characters: letters, digits, other characters'",
  })
  void a_key_is_of_visible_ascii_and_long_enough_and_not_told(String key, String shape) {
    set("crm", key);

    assertThat(problems())
        .containsExactly(
            "wechat.gateway-api.keys.crm: "
                + shape
                + " (expected: 16 to 256 letters, digits and signs of ASCII)");
  }

  @Test
  void a_key_is_not_endless() {
    set("crm", "k".repeat(256));
    set("erp", "k".repeat(257));

    assertThat(problems()).hasSize(1).first().asString().contains("keys.erp: 257 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Crm", "my-crm", "my.crm", "客户"})
  void a_name_is_of_lower_case_letters_and_digits(String name) {
    set(name, CRM);

    assertThat(problems())
        .containsExactly(
            "wechat.gateway-api.keys."
                + name
                + ": a name with other characters (expected: lower-case letters and digits)");
  }

  @Test
  void two_clients_have_two_keys() {
    set("crm", CRM);
    set("erp", CRM);

    assertThat(problems())
        .containsExactly(
            "wechat.gateway-api.keys.erp: the key of wechat.gateway-api.keys.crm"
                + " (expected: a key of its own)");
  }

  private void set(String name, String key) {
    properties.put("wechat.gateway-api.keys." + name, key);
  }

  private Clients clients() {
    return Clients.from(settings());
  }

  private List<String> problems() {
    Settings settings = settings();
    Clients.from(settings);
    settings.refuseUnread("wechat.gateway-api");
    return settings.problems().stream().map(Problem::toString).toList();
  }

  private Settings settings() {
    DefaultCamelContext context = new DefaultCamelContext();
    context.getPropertiesComponent().setInitialProperties(properties);
    return new Settings(context);
  }
}
