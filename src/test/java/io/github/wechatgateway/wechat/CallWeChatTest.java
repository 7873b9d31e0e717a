package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls through the routes to the stand-in. */
class CallWeChatTest {
  private static final String IPS = "/cgi-bin/getcallbackip";

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.api.retry-delay", "10")
          .setting("wechat.api.response-timeout", "400");

  @Test
  void a_call_is_answered() throws Exception {
    assertThat(wechat().get(IPS)).contains("ip_list");
  }

  @ParameterizedTest
  @CsvSource({
    "errcode, -1",
    "status, 500",
    "status, 502",
    "status, 429",
    "html, true",
    "truncate, true",
    "reset, true",
    "hang, true",
    "delay, 1"
  })
  void what_goes_wrong_once_is_mended_by_a_repeat(String kind, String value) throws Exception {
    fault(kind, value, 1);

    assertThat(wechat().get(IPS)).contains("ip_list");
  }

  @ParameterizedTest
  @CsvSource({
    "errcode, -1, BUSY",
    "status, 503, UNREADABLE",
    "html, true, UNREADABLE",
    "reset, true, UNREACHABLE",
    "hang, true, UNREACHABLE"
  })
  void what_goes_wrong_four_times_is_told(String kind, String value, ErrCode reason) {
    fault(kind, value, 4);

    assertThat(wechat().refused(IPS).reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {40001, 40014, 42001})
  void a_refused_token_is_replaced_and_the_call_repeated(int errcode) throws Exception {
    fault("errcode", Integer.toString(errcode), 1);

    assertThat(wechat().get(IPS)).contains("ip_list");
  }

  @Test
  void a_token_that_is_refused_again_is_told() {
    fault("errcode", "40001", 2);

    assertThat(wechat().refused(IPS).reason()).isEqualTo(ErrCode.TOKEN_REFUSED);
  }

  @Test
  void a_token_that_is_over_is_replaced() throws Exception {
    wechat().get(IPS);
    GATEWAY.advance(Duration.ofHours(2));

    assertThat(wechat().get(IPS)).contains("ip_list");
  }

  @Test
  void a_final_errcode_is_told_with_its_meaning() {
    fault("errcode", "48001", 1);

    assertThat(wechat().refused(IPS))
        .hasMessageStartingWith(
            "account=demo /cgi-bin/getcallbackip: errcode 48001, the account may not use this API");
  }

  @Test
  void a_paused_api_does_not_stop_another() throws Exception {
    GATEWAY.fault(Map.of("path", "/cgi-bin/get_api_domain_ip", "errcode", 45011));
    wechat().refused("/cgi-bin/get_api_domain_ip");

    assertThat(wechat().refused("/cgi-bin/get_api_domain_ip").getMessage())
        .contains("errcode 45011", "no call before");
    assertThat(wechat().get(IPS)).contains("ip_list");
  }

  @Test
  void an_account_that_there_is_not_is_refused() {
    var exchange =
        GATEWAY
            .context()
            .createProducerTemplate()
            .send(
                "direct:call-wechat",
                call -> call.getMessage().setBody(WeChatCall.get("nobody", IPS, "")));

    assertThat(exchange.getException()).hasMessageContaining("account: no such account");
  }

  private static Caller wechat() {
    return new Caller(GATEWAY.context());
  }

  private static void fault(String kind, String value, int times) {
    Map<String, Object> fault = new HashMap<>(Map.of("path", IPS, "times", times));
    fault.put(kind, value.equals("true") ? true : (Object) Integer.valueOf(value));
    GATEWAY.fault(fault);
  }
}
