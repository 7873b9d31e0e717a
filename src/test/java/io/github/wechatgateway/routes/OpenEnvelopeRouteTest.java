package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static io.github.wechatgateway.routes.Messages.xml;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.callback.Refused;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenEnvelopeRouteTest {
  @RegisterExtension
  static final RouteUnderTest OPEN_ENVELOPE =
      new RouteUnderTest("callback/open-envelope")
          .with(route -> route.weaveById("read-body").remove());

  @Test
  void the_message_is_the_body_from_here_on() {
    assertThat(open(xml("text")).getMessage().getBody()).isEqualTo(message("text"));
  }

  @Test
  void the_message_the_user_and_the_account_are_noted_for_the_steps_to_come() {
    assertThat(open(xml("text")).getProperties())
        .containsEntry("wechatMessage", message("text"))
        .containsEntry("wechatUser", "oia2TjjewbmiOUlr6X-1crbLOvLw")
        .containsEntry("wechatAccount", "demo")
        .containsKey("wechatMessageKey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLICK", "click", "Click"})
  void an_event_in_any_case_is_noted_in_lower_case(String event) {
    assertThat(open(xml("event-click", "Event", event, "MsgType", "Event")).getProperties())
        .containsEntry("wechatMsgType", "event")
        .containsEntry("wechatEvent", "click");
  }

  @Test
  void a_message_is_no_event() {
    assertThat(open(xml("text", "MsgType", "TEXT")).getProperties())
        .containsEntry("wechatMsgType", "text")
        .doesNotContainKey("wechatEvent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "<xml>", "<xml><MsgType>text</MsgType></xml>"})
  void what_is_no_message_is_refused_as_a_bad_request(String body) {
    assertThat(open(body.getBytes(UTF_8)).getException())
        .isInstanceOf(Refused.class)
        .extracting("status")
        .isEqualTo(400);
  }

  private static Exchange open(byte[] body) {
    return OPEN_ENVELOPE.send(exchange -> Requests.verified(exchange, OPEN_ENVELOPE).setBody(body));
  }
}
