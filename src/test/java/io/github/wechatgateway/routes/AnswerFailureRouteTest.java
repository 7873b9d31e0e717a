package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnswerFailureRouteTest {
  @RegisterExtension
  static final RouteUnderTest ANSWER_FAILURE = new RouteUnderTest("callback/answer-failure");

  @Test
  void a_failure_is_answered_with_500_and_nothing_else() {
    Exchange answered =
        ANSWER_FAILURE.send(
            exchange -> {
              exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new IllegalStateException("secret"));
              exchange.setProperty("wechatAccount", "demo");
              exchange.getMessage().setBody(message("text"));
              exchange.getMessage().setHeader("Content-Type", "text/html");
              exchange.getMessage().setHeader("CamelFileName", "left by a handler");
            });

    assertThat(answered.getException()).isNull();
    assertThat(answered.getMessage().getHeaders())
        .isEqualTo(Map.of(Exchange.HTTP_RESPONSE_CODE, "500"));
    assertThat(answered.getMessage().getBody()).isEqualTo("");
  }
}
