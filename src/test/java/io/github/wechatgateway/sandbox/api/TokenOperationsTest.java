package io.github.wechatgateway.sandbox.api;

import static io.github.wechatgateway.sandbox.TestPlatform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenOperationsTest {
  private static final String STABLE =
      """
      {"grant_type":"client_credential","appid":"wx-shop","secret":"secret-shop","force_refresh":%s}\
      """;

  private final Caller caller = new Caller();

  @Test
  void the_classic_call_gives_a_token() {
    JsonNode answer =
        Caller.json(
            caller.get(
                "/cgi-bin/token",
                "grant_type",
                "client_credential",
                "appid",
                "wx-shop",
                "secret",
                "secret-shop"));

    assertThat(answer.fieldNames()).toIterable().containsExactly("access_token", "expires_in");
    assertThat(answer.path("access_token").asText()).hasSize(157);
    assertThat(answer.path("expires_in").asInt()).isEqualTo(7200);
    assertThat(caller.platform.tokens().use(answer.path("access_token").asText()).account())
        .contains(SHOP);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', 41002, appid missing",
    "client_credential, '', secret-shop, 41002, appid missing",
    "client_credential, wx-other, secret-shop, 40013, invalid appid",
    "client_credential, WX-SHOP, secret-shop, 40013, invalid appid",
    "'', wx-other, '', 40013, invalid appid",
    "'', wx-shop, secret-shop, 40002, invalid grant_type",
    "authorization_code, wx-shop, secret-shop, 40002, invalid grant_type",
    "client_credential, wx-shop, '', 41004, appsecret missing",
    "client_credential, wx-shop, secret-club, 40125, invalid appsecret",
  })
  void wrong_credentials_are_refused(
      String grantType, String appId, String secret, int errCode, String message) {
    ApiAnswer classic =
        caller.get("/cgi-bin/token", "grant_type", grantType, "appid", appId, "secret", secret);
    ApiAnswer stable =
        caller.post(
            "/cgi-bin/stable_token",
            "{\"grant_type\":\"%s\",\"appid\":\"%s\",\"secret\":\"%s\"}"
                .formatted(grantType, appId, secret));

    for (ApiAnswer answer : new ApiAnswer[] {classic, stable}) {
      assertThat(Caller.errCode(answer)).isEqualTo(errCode);
      assertThat(Caller.json(answer).path("errmsg").asText()).matches(message + Caller.RID);
    }
  }

  @Test
  void the_stable_call_gives_the_same_token_again() {
    JsonNode first = Caller.json(caller.post("/cgi-bin/stable_token", STABLE.formatted("false")));
    caller.clock.advance(Duration.ofMinutes(10));
    JsonNode again =
        Caller.json(
            caller.post(
                "/cgi-bin/stable_token",
                STABLE.formatted("false").replace(",\"force_refresh\":false", "")));

    assertThat(again.path("access_token")).isEqualTo(first.path("access_token"));
    assertThat(again.path("expires_in").asInt()).isEqualTo(6600);
  }

  @Test
  void a_forced_refresh_gives_another_one() {
    String first = stable("false");
    String second = stable("true");

    assertThat(second).isNotEqualTo(first);
    assertThat(stable("false")).isEqualTo(second);
    assertThat(Caller.errCode(caller.get("/cgi-bin/getcallbackip", "access_token", first)))
        .isEqualTo(40001);
  }

  @Test
  void the_21st_forced_refresh_of_a_day_is_over_the_quota() {
    for (int i = 0; i < 20; i++) {
      stable("true");
      caller.clock.advance(Duration.ofSeconds(30));
    }

    ApiAnswer answer = caller.post("/cgi-bin/stable_token", STABLE.formatted("true"));

    assertThat(Caller.errCode(answer)).isEqualTo(45009);
    assertThat(stable("false")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "null"})
  void whether_to_force_it_is_true_or_false(String force) {
    assertThat(Caller.errCode(caller.post("/cgi-bin/stable_token", STABLE.formatted(force))))
        .isEqualTo(47001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsapi", "wx_card"})
  void a_ticket_comes_with_its_time(String type) {
    JsonNode answer = Caller.json(caller.getAsShop("/cgi-bin/ticket/getticket", "type", type));

    assertThat(answer.path("errcode").asInt()).isZero();
    assertThat(answer.path("errmsg").asText()).isEqualTo("ok");
    assertThat(answer.path("ticket").asText()).hasSize(86);
    assertThat(answer.path("expires_in").asInt()).isEqualTo(7200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "JSAPI", "other"})
  void there_are_no_other_tickets(String type) {
    assertThat(Caller.errCode(caller.getAsShop("/cgi-bin/ticket/getticket", "type", type)))
        .isEqualTo(40097);
  }

  private String stable(String force) {
    return Caller.json(caller.post("/cgi-bin/stable_token", STABLE.formatted(force)))
        .path("access_token")
        .asText();
  }
}
