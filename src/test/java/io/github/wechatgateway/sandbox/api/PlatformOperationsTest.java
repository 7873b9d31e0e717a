package io.github.wechatgateway.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformOperationsTest {
  private final Caller caller = new Caller();

  @Test
  void addresses_are_listed() {
    assertThat(body(caller.getAsShop("/cgi-bin/getcallbackip")))
        .isEqualTo("{\"ip_list\":[\"127.0.0.1\",\"127.0.0.0/25\"]}");
    assertThat(body(caller.getAsShop("/cgi-bin/get_api_domain_ip")))
        .isEqualTo("{\"ip_list\":[\"127.0.0.1\"]}");
  }

  @Test
  void quotas_are_reset_ten_times_in_a_month() {
    for (int i = 0; i < 10; i++) {
      Caller.expectOk(caller.postAsShop("/cgi-bin/clear_quota", "{\"appid\":\"wx-shop\"}"));
    }

    assertThat(Caller.errCode(caller.postAsShop("/cgi-bin/clear_quota", "{\"appid\":\"wx-shop\"}")))
        .isEqualTo(48006);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 41002",
        "{\"appid\":7} | 41002",
        "{\"appid\":\"wx-club\"} | 40013",
      })
  void quotas_are_reset_by_the_accounts_own_app_id(String json, int errCode) {
    assertThat(Caller.errCode(caller.postAsShop("/cgi-bin/clear_quota", json))).isEqualTo(errCode);
  }

  @ParameterizedTest
  @CsvSource({
    "dns, CHINANET, 'dns'",
    "ping, UNICOM, 'ping'",
    "all, CAP, 'dns ping'",
    "all, DEFAULT, 'dns ping'",
  })
  void the_way_to_the_account_is_checked(String action, String operator, String parts) {
    var answer = Caller.json(check(action, operator));

    assertThat(answer.fieldNames()).toIterable().containsExactly(parts.split(" "));
    for (String part : parts.split(" ")) {
      assertThat(answer.path(part).path(0).path("ip").asText()).isEqualTo("127.0.0.1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', DEFAULT, 40202",
    "other, DEFAULT, 40202",
    "DNS, DEFAULT, 40202",
    "dns, '', 40203",
    "dns, MOBILE, 40203",
  })
  void a_check_is_of_some_kinds_alone(String action, String operator, int errCode) {
    assertThat(Caller.errCode(check(action, operator))).isEqualTo(errCode);
  }

  private ApiAnswer check(String action, String operator) {
    return caller.postAsShop(
        "/cgi-bin/callback/check",
        "{\"action\":\"%s\",\"check_operator\":\"%s\"}".formatted(action, operator));
  }

  private static String body(ApiAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
