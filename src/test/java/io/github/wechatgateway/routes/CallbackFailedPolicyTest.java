package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallbackFailedPolicyTest {
  @RegisterExtension
  static final RouteUnderTest CALLBACK_FAILED =
      new RouteUnderTest("policies/callback-failed")
          .calledBy(
              new RouteBuilder() {
                @Override
                public void configure() {
                  from("direct:callback-failed")
                      .routeConfigurationId("callback-failed")
                      .process("verify-signature")
                      .to("direct:next");
                }
              });

  @Test
  void a_refused_callback_is_answered_with_its_status_and_nothing_of_the_request() {
    Exchange answered =
        CALLBACK_FAILED.send(callback -> Requests.sign(callback).setHeader("account", "nobody"));

    assertThat(answered.getException()).isNull();
    assertThat(answered.getMessage().getHeaders())
        .containsEntry(Exchange.HTTP_RESPONSE_CODE, 404)
        .containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE, Exchange.CONTENT_TYPE);
    assertThat(Requests.text(answered)).isEqualTo("no such account");
  }

  @Test
  void whatever_else_is_thrown_goes_to_answer_failure() throws Exception {
    CALLBACK_FAILED
        .mock("next")
        .whenAnyExchangeReceived(exchange -> exchange.setException(new StackOverflowError()));
    CALLBACK_FAILED.mock("answer-failure").expectedMessageCount(1);

    Exchange answered = CALLBACK_FAILED.send(Requests::sign);

    CALLBACK_FAILED.mock("answer-failure").assertIsSatisfied();
    assertThat(answered.getException()).isNull();
  }
}
