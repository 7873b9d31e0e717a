package io.github.wechatgateway.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.message.Text;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An example of a handler's test: the handlers as they ship, but for one in Java. */
class GreetingTest {
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().handler("on-text", GreetingTest::greet);

  /** A handler: it gets a message, and leaves an answer. */
  private static void greet(Exchange exchange) {
    Text text = exchange.getMessage().getBody(Text.class);
    exchange
        .getMessage()
        .setBody(text.content().equals("hello") ? "您好，" + text.fromUserName() : "");
  }

  @Test
  void a_greeting_is_answered_by_name() {
    GATEWAY.text("hello").isText("您好，oSandboxUser1");
  }

  @Test
  void any_other_text_is_not_answered() {
    GATEWAY.text("goodbye").isNothing();
  }

  @Test
  void a_click_is_answered_with_articles() {
    Delivered click =
        GATEWAY.deliver(
            Map.of("MsgType", "event", "Event", "CLICK", "EventKey", "yuangonghuodong"));

    assertThat(click.reply("MsgType")).isEqualTo("news");
    assertThat(click.reply("Articles/item[1]/Title")).isEqualTo("员工活动");
  }

  @Test
  void a_slow_answer_follows_as_a_customer_service_message() {
    Map<String, Object> text = Map.of("MsgType", "text", "Content", "hello", "SandboxDelay", 5500);

    GATEWAY.deliverAs(Map.of("user", "oSandboxUser2", "message", text)).isNothing();

    await()
        .untilAsserted(
            () ->
                assertThat(GATEWAY.sentTo("oSandboxUser2"))
                    .extracting(sent -> sent.at("/text/content").asText())
                    .contains("您好，oSandboxUser2"));
  }
}
