package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "text/plain", "text/html; charset=GBK", "application/json"})
  void the_errcode_is_read_whatever_the_content_type(String contentType) {
    assertThat(Outcome.of(answer(200, contentType, "{\"errcode\":45015}"), true).errcode())
        .isEqualTo(45015);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"errcode\":0}", "{\"media_id\":\"m\"}", " {\"errcode\":\"0\"}"})
  void no_errcode_or_zero_is_success(String body) {
    assertThat(Outcome.of(answer(200, "", body), true).reason()).isEqualTo(ErrCode.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{\"errcode\":", "<html>", "[]", "0", "\u001f\u008b", "null"})
  void what_is_no_json_object_is_unreadable(String body) {
    assertThat(Outcome.of(answer(200, "application/json", body), true).reason())
        .isEqualTo(ErrCode.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 429, 500, 502, 503, 504})
  void a_status_that_is_not_wechats_own_is_unreadable_whatever_the_body(int status) {
    assertThat(Outcome.of(answer(status, "", "{\"errcode\":0}"), true).reason())
        .isEqualTo(ErrCode.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({"403, 0, UNREADABLE", "404, 0, UNREADABLE", "412, 45015, OUTSIDE_WINDOW"})
  void an_error_of_http_is_wechats_own_only_with_an_errcode(
      int status, int errcode, ErrCode reason) {
    String body = errcode == 0 ? "{\"error\":\"forbidden\"}" : "{\"errcode\":" + errcode + "}";

    assertThat(Outcome.of(answer(status, "", body), true).reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"true, TOKEN_REFUSED", "false, WRONG_CREDENTIALS"})
  void a_call_for_a_token_is_refused_for_its_secret(boolean withToken, ErrCode reason) {
    assertThat(Outcome.of(answer(200, "", "{\"errcode\":40001}"), withToken).reason())
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "40164 | invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in whitelist rid: 65f0a1b2-0a1b2c3d-11112222 | 1.2.3.4, rid 65f0a1b2-0a1b2c3d-11112222",
        "61004 | access clientip is not registered requestIP: 203.0.113.7 | 203.0.113.7",
        "45015 | response out of time limit rid: 65f0a1b2-0a1b2c3d-11112222 | rid 65f0a1b2-0a1b2c3d-11112222",
        "40003 | invalid openid oSecretOpenId | ''",
      })
  void of_the_errmsg_the_refused_ip_and_the_rid_are_told_and_nothing_else(
      int errcode, String errmsg, String detail) {
    String json = "{\"errcode\":%d,\"errmsg\":\"%s\"}".formatted(errcode, errmsg);

    assertThat(Outcome.of(answer(200, "", json), true).detail()).isEqualTo(detail);
  }

  @Test
  void a_failure_of_the_network_is_told_by_its_cause() {
    Outcome outcome = Outcome.of(new IOException("x", new ConnectException("Connection refused")));

    assertThat(outcome.detail()).isEqualTo("ConnectException: Connection refused");
  }

  @Test
  void the_text_of_other_failures_which_may_quote_the_url_is_not() {
    Outcome outcome = Outcome.of(new IOException("https://h/p?access_token=abc"));

    assertThat(outcome.detail()).isEqualTo("IOException");
  }

  private static WeChatAnswer answer(int status, String contentType, String body) {
    return WeChatAnswer.of(status, contentType, body.getBytes(UTF_8));
  }
}
