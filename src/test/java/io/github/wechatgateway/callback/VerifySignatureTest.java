package io.github.wechatgateway.callback;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.config.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifySignatureTest {
  private static final long NOW = 1714037059;

  /** Nobody knows how to read it. */
  private final Object body = new Object();

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final Exchange exchange = new DefaultExchange(context);

  @BeforeEach
  void a_rightly_signed_request() {
    header("account", "demo");
    header("timestamp", Long.toString(NOW));
    header("nonce", "486452656");
    header("signature", "899cf89e464efb63f54ddac96b0a0a235f53aa78");
    exchange.getMessage().setBody(body);
  }

  @Test
  void lets_a_rightly_signed_request_pass() throws Refused {
    verify(0);

    assertThat(exchange.getProperty("wechatAccount")).isEqualTo("demo");
    assertThat(Callback.of(exchange).account().appId()).isEqualTo("wxdemo");
    assertThat(Callback.of(exchange).nonce()).isEqualTo("486452656");
  }

  @Test
  void leaves_no_header_and_the_body_as_it_is() throws Refused {
    for (String name : List.of("CamelHttpUri", "CAmelHttpUri", "Authorization", "openid", "x")) {
      header(name, "http://127.0.0.1/");
    }

    verify(0);

    assertThat(exchange.getMessage().getHeaders()).isEmpty();
    assertThat(exchange.getMessage().getBody()).isSameAs(body);
  }

  @Test
  void keeps_what_the_next_steps_need() throws Refused {
    header("echostr", "4375120948345356249");
    header("encrypt_type", "aes");
    header("msg_signature", "046e02f8");

    verify(0);

    Callback callback = Callback.of(exchange);
    assertThat(callback.echostr()).isEqualTo("4375120948345356249");
    assertThat(callback.encrypted()).isTrue();
    assertThat(callback.msgSignature()).isEqualTo("046e02f8");
    assertThat(callback.opener()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw", "AES", ""})
  void a_body_is_encrypted_only_where_it_says_aes(String encryptType) throws Refused {
    header("encrypt_type", encryptType);

    verify(0);

    assertThat(Callback.of(exchange).encrypted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"other", "Demo", "", "../demo"})
  void an_unknown_account_is_not_found_whatever_the_signature(String name) {
    header("account", name);

    assertThat(refused(404, 0)).isEqualTo("account: unknown");
    assertThat(exchange.getProperty("wechatAccount")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"timestamp", "nonce"})
  void what_was_signed_must_be_there_once(String parameter) {
    exchange.getMessage().removeHeader(parameter);
    assertThat(refused(403, 0)).isEqualTo("timestamp, nonce: missing or repeated");

    header(parameter, List.of(Long.toString(NOW), Long.toString(NOW)));
    assertThat(refused(403, 0)).isEqualTo("timestamp, nonce: missing or repeated");
  }

  @Test
  void the_signature_must_be_there_once() {
    exchange.getMessage().removeHeader("signature");
    assertThat(refused(403, 0)).isEqualTo("signature: does not fit (another token?)");

    String right = "899cf89e464efb63f54ddac96b0a0a235f53aa78";
    header("signature", List.of(right, right));
    assertThat(refused(403, 0)).isEqualTo("signature: does not fit (another token?)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "899CF89E464EFB63F54DDAC96B0A0A235F53AA78"})
  void another_signature_is_refused(String signature) {
    header("signature", signature);

    assertThat(refused(403, 0)).isEqualTo("signature: does not fit (another token?)");
    assertThat(Callback.of(exchange)).isNull();
  }

  @Test
  void the_signature_is_compared_before_the_age() {
    header("signature", "x");
    header("timestamp", "1");

    assertThat(refused(403, 300)).isEqualTo("signature: does not fit (another token?)");
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, -1, 0, 1, 300})
  void a_timestamp_may_be_off_by_max_age_either_way(long off) throws Refused {
    sign(Long.toString(NOW + off));

    verify(300);

    assertThat(Callback.of(exchange)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1714036758", // 301 seconds ago
        "1714037360", // in 301 seconds
        "0",
        "-1714037059",
        "1714037059000", // milliseconds
        "9223372036854775807",
        "-9223372036854775808",
        "99999999999999999999",
        "now",
        "",
      })
  void a_timestamp_that_is_further_off_is_refused(String timestamp) {
    sign(timestamp);

    assertThat(refused(403, 300))
        .isEqualTo("timestamp: older or newer than wechat.callback.max-age");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "now"})
  void without_max_age_the_time_is_not_looked_at(String timestamp) throws Refused {
    sign(timestamp);

    verify(0);

    assertThat(Callback.of(exchange).timestamp()).isEqualTo(timestamp);
  }

  private void sign(String timestamp) {
    header("timestamp", timestamp);
    header("signature", Signature.of("AAAAA", timestamp, "486452656"));
  }

  private void header(String name, Object value) {
    exchange.getMessage().setHeader(name, value);
  }

  private String refused(int status, int maxAge) {
    Refused refused = catchThrowableOfType(Refused.class, () -> verify(maxAge));
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.text()).isEqualTo(status == 404 ? "no such account" : "forbidden");
    return String.valueOf(refused.getMessage());
  }

  private void verify(int maxAge) throws Refused {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), UTC);
    new VerifySignature(accounts(), maxAge, clock).process(exchange);
  }

  private Accounts accounts() {
    Properties properties = new Properties();
    properties.put("wechat.accounts.demo.app-id", "wxdemo");
    properties.put("wechat.accounts.demo.app-secret", "secret");
    properties.put("wechat.accounts.demo.token", "AAAAA");
    context.getPropertiesComponent().setInitialProperties(properties);
    return Accounts.from(new Settings(context));
  }
}
