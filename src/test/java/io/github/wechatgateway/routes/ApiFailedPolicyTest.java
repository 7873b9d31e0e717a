package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiFailedPolicyTest {
  @RegisterExtension
  static final RouteUnderTest API_FAILED =
      new RouteUnderTest("policies/api-failed")
          .calledBy(
              new RouteBuilder() {
                @Override
                public void configure() {
                  from("direct:api-failed").routeConfigurationId("api-failed").to("direct:next");
                }
              });

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
  void whatever_is_thrown_is_answered_with_a_problem_without_its_text(
      Class<? extends Throwable> thrown) throws Exception {
    Throwable failure = thrown.getConstructor(String.class).newInstance("secret");
    API_FAILED.mock("next").whenAnyExchangeReceived(exchange -> exchange.setException(failure));

    Exchange answered = API_FAILED.send(request -> request.getMessage().setBody("request"));

    assertThat(answered.getException()).isNull();
    assertThat(answered.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(500);
    assertThat(Requests.text(answered)).contains("\"status\":500").doesNotContain("secret");
  }
}
