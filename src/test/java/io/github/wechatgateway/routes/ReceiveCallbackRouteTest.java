package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReceiveCallbackRouteTest {
  private static final List<String> STEPS = List.of("open-envelope", "claim", "seal-reply");

  @RegisterExtension
  static final RouteUnderTest RECEIVE_CALLBACK =
      new RouteUnderTest(
          "callback/receive-callback", "callback/answer-failure", "policies/callback-failed");

  @Test
  void behind_the_first_step_no_header_of_the_client_is_left() {
    RECEIVE_CALLBACK.send(
        callback -> {
          Requests.sign(callback);
          for (String header :
              List.of("encrypt_type", "msg_signature", "openid", "echostr", "accounts", "Host")) {
            callback.getMessage().setHeader(header, "x");
          }
          for (String header : List.of("CamelHttpUri", "camelhttppath", "CAmelBeanMethodName")) {
            callback.getMessage().setHeader(header, "x");
          }
        });

    MockEndpoint seen = RECEIVE_CALLBACK.mock("open-envelope");
    assertThat(seen.getExchanges().get(0).getMessage().getHeaders()).isEmpty();
  }

  @Test
  void a_callback_is_opened_then_claimed_then_sealed() {
    List<String> called = new ArrayList<>();
    for (String step : STEPS) {
      RECEIVE_CALLBACK.mock(step).whenAnyExchangeReceived(exchange -> called.add(step));
    }

    Exchange answered = RECEIVE_CALLBACK.send(Requests::sign);

    assertThat(answered.getException()).isNull();
    assertThat(called).isEqualTo(STEPS);
  }

  @Test
  void what_seal_reply_leaves_is_the_answer() {
    RECEIVE_CALLBACK
        .mock("seal-reply")
        .whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody("<xml/>"));

    assertThat(Requests.text(RECEIVE_CALLBACK.send(Requests::sign))).isEqualTo("<xml/>");
  }

  @Test
  void a_claim_that_fails_is_answered_with_500_and_an_empty_body() {
    fail("claim", new IllegalStateException("secret"));

    assertFailed(RECEIVE_CALLBACK.send(Requests::sign));
  }

  @Test
  void an_error_of_the_jvm_is_answered_in_the_same_way() {
    fail("claim", new StackOverflowError());

    assertFailed(RECEIVE_CALLBACK.send(Requests::sign));
  }

  @Test
  void what_a_failed_step_left_is_not_sealed() throws Exception {
    fail("claim", new IllegalStateException("secret"));
    RECEIVE_CALLBACK.mock("seal-reply").expectedMessageCount(0);

    RECEIVE_CALLBACK.send(Requests::sign);

    RECEIVE_CALLBACK.mock("seal-reply").assertIsSatisfied();
  }

  @Test
  void a_reply_that_cannot_be_sealed_is_answered_with_500() {
    fail("seal-reply", new IllegalStateException("secret"));

    assertFailed(RECEIVE_CALLBACK.send(Requests::sign));
  }

  @Test
  void our_own_fault_before_the_handler_is_answered_with_500() {
    fail("open-envelope", new IllegalStateException("secret"));

    assertFailed(RECEIVE_CALLBACK.send(Requests::sign));
  }

  @Test
  void a_callback_that_is_refused_is_answered_with_the_status_of_the_refusal() {
    Exchange answered =
        RECEIVE_CALLBACK.send(callback -> Requests.sign(callback).setHeader("signature", "0"));

    assertThat(answered.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(403);
    assertThat(Requests.text(answered)).isEqualTo("forbidden");
  }

  @Test
  void a_callback_that_is_refused_goes_no_further() throws Exception {
    STEPS.forEach(step -> RECEIVE_CALLBACK.mock(step).expectedMessageCount(0));

    RECEIVE_CALLBACK.send(callback -> Requests.sign(callback).setHeader("account", "nobody"));

    MockEndpoint.assertIsSatisfied(RECEIVE_CALLBACK.context());
  }

  private static void fail(String step, Throwable thrown) {
    RECEIVE_CALLBACK.mock(step).whenAnyExchangeReceived(exchange -> exchange.setException(thrown));
  }

  private static void assertFailed(Exchange answered) {
    assertThat(answered.getException()).isNull();
    assertThat(answered.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo("500");
    assertThat(Requests.text(answered)).isEmpty();
  }
}
