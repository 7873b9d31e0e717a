package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClaimRouteTest {
  @RegisterExtension
  static final RouteUnderTest CLAIM =
      new RouteUnderTest("callback/claim")
          .with(
              route -> {
                route.weaveById("run-handler").replace().to("mock:direct:run-handler");
                route.weaveById("join").replace().to("mock:direct:join");
              });

  @Test
  void the_first_copy_of_a_message_runs_its_handler_and_joins() throws Exception {
    CLAIM.mock("run-handler").expectedMessageCount(1);
    CLAIM.mock("join").expectedMessageCount(1);

    send("first");

    CLAIM.mock("run-handler").assertIsSatisfied();
    CLAIM.mock("join").assertIsSatisfied();
  }

  @Test
  void every_further_copy_joins_and_runs_nothing() {
    send("copied");
    send("copied");
    send("copied");

    assertThat(CLAIM.mock("run-handler").getExchanges()).hasSize(1);
    assertThat(CLAIM.mock("join").getExchanges()).hasSize(3);
  }

  @Test
  void another_message_runs_a_handler_of_its_own() {
    send("one");
    send("other");

    assertThat(CLAIM.mock("run-handler").getExchanges())
        .extracting(exchange -> exchange.getProperty("wechatMessageKey"))
        .containsExactly("one", "other");
  }

  @Test
  void all_copies_have_the_claim_of_the_first() {
    send("shared");
    send("shared");

    assertThat(CLAIM.mock("join").getExchanges())
        .extracting(exchange -> exchange.getProperty("wechatClaim"))
        .doesNotContainNull()
        .hasSize(2);
  }

  @Test
  void what_join_leaves_is_the_answer() {
    CLAIM
        .mock("join")
        .whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody("<xml>answer</xml>"));

    assertThat(Requests.text(send("answered"))).isEqualTo("<xml>answer</xml>");
  }

  @Test
  void a_step_that_fails_fails_for_the_caller() {
    CLAIM
        .mock("run-handler")
        .whenAnyExchangeReceived(
            exchange -> {
              throw new IllegalStateException("secret");
            });

    Exchange failed = send("failed");

    assertThat(failed.getException()).hasMessage("secret");
    assertThat(CLAIM.mock("join").getExchanges()).isEmpty();
  }

  private static Exchange send(String key) {
    return CLAIM.send(
        exchange -> {
          exchange.setProperty("wechatAccount", "demo");
          exchange.setProperty("wechatMessageKey", key);
          exchange.getMessage().setBody(message("text"));
        });
  }
}
