package io.github.wechatgateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.Settings;
import java.util.List;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayPathsTest {
  private final RelayPaths paths = new RelayPaths(List.of("cgi-bin", "wxa/business"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cgi-bin/user/info",
        "/cgi-bin/menu/create",
        "/cgi-bin/clear_quota",
        "/cgi-bin/tokens",
        "/wxa/business/getuserphonenumber",
      })
  void what_begins_as_the_settings_say_is_relayed(String path) {
    assertThatCode(() -> paths.check(path)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/datacube/getusersummary",
        "/cgi-binary/user",
        "/wxa",
        "/wxa/businessmen",
        "/sns/oauth2/access_token",
      })
  void nothing_else_is(String path) {
    refused(path, 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cgi-bin/token",
        "/cgi-bin/token/more",
        "/cgi-bin/component",
        "/cgi-bin/component/api_component_token",
        "/cgi-bin/component/api_authorizer_token",
        "/cgi-bin/stable_token",
        "/cgi-bin/ticket/getticket",
        "/cgi-bin/clear_quota/v2",
      })
  void calls_that_fetch_tokens_or_want_the_secret_never_are(String path) {
    refused(path, 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "cgi-bin/user",
        "//cgi-bin/token",
        "/cgi-bin//token",
        "/cgi-bin/token/",
        "/cgi-bin/user/../token",
        "/cgi-bin/user/%2e%2e/token",
        "/cgi-bin/./token",
        "/cgi-bin/%74oken",
        "/cgi-bin%2ftoken",
        "/cgi-bin%252ftoken",
        "/cgi-bin/token;a=b",
        "/cgi-bin\\token",
        "/cgi-bin/%5ctoken",
        "/cgi-bin/TOKEN",
        "/CGI-BIN/token",
        "/cgi-bin/token.",
        "/cgi-bin/token%20",
        "/cgi-bin/token%00",
        "/cgi-bin/token\u0000",
        "/cgi-bin/token\n",
        "/cgi-bin/to\u212Aen",
        "/cgi-bin/token#",
        "/cgi-bin/token?",
        "/@example.com/cgi-bin",
      })
  void what_others_may_take_for_another_path_is_none(String path) {
    refused(path, 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cgi-bin", "cgi-bin,", "cgi bin", "CGI", "cgi-bin/", "../sns", ","})
  void a_wrong_setting_is_a_problem(String value) {
    assertThat(problems(value))
        .containsExactly(
            "wechat.gateway-api.relay: something else"
                + " (expected: beginnings of WeChat's paths with commas between: cgi-bin,wxa)");
  }

  @Test
  void an_empty_setting_relays_nothing() {
    assertThat(problems("")).isEmpty();
    assertThatThrownBy(() -> new RelayPaths(List.of()).check("/cgi-bin/user/info"))
        .isInstanceOf(ApiProblem.class);
  }

  private void refused(String path, int status) {
    assertThatThrownBy(() -> paths.check(path))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.status()).isEqualTo(status));
  }

  private static List<String> problems(String value) {
    Properties properties = new Properties();
    properties.put("wechat.gateway-api.relay", value);
    DefaultCamelContext context = new DefaultCamelContext();
    context.getPropertiesComponent().setInitialProperties(properties);
    Settings settings = new Settings(context);
    RelayPaths.from(settings);
    return settings.problems().stream().map(Problem::toString).toList();
  }
}
