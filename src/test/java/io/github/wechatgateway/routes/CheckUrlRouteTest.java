package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckUrlRouteTest {
  @RegisterExtension
  static final RouteUnderTest CHECK_URL =
      new RouteUnderTest("callback/check-url", "policies/callback-failed");

  @Test
  void a_signed_check_gets_its_echostr_back_as_plain_text() {
    Exchange answered =
        CHECK_URL.send(check -> Requests.sign(check).setHeader("echostr", "8123456789012345678"));

    assertThat(Requests.text(answered)).isEqualTo("8123456789012345678");
    assertThat(answered.getMessage().getHeaders())
        .isEqualTo(
            Map.of(
                Exchange.HTTP_RESPONSE_CODE,
                200,
                Exchange.CONTENT_TYPE,
                "text/plain; charset=utf-8"));
  }

  @Test
  void a_check_with_another_signature_is_forbidden() {
    Exchange answered =
        CHECK_URL.send(
            check -> {
              Requests.sign(check).setHeader("echostr", "1");
              check.getMessage().setHeader("signature", "0");
            });

    assertThat(answered.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(403);
    assertThat(Requests.text(answered)).isEqualTo("forbidden");
  }

  @Test
  void a_check_for_an_unknown_account_finds_nothing() {
    Exchange answered =
        CHECK_URL.send(check -> Requests.sign(check).setHeader("account", "nobody"));

    assertThat(answered.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(404);
  }
}
