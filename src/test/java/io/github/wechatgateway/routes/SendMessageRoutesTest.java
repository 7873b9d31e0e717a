package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendMessageRoutesTest {
  @RegisterExtension
  static final RouteUnderTest SEND_MESSAGE =
      new RouteUnderTest("wechat/send-message")
          .step("send-message", send -> send.getMessage().setBody(null));

  @RegisterExtension
  static final RouteUnderTest SEND_TYPING =
      new RouteUnderTest("wechat/send-typing")
          .step("send-typing", type -> type.setProperty("typed", true));

  @Test
  void a_reply_is_sent_and_nothing_is_left_to_say() {
    var sent = SEND_MESSAGE.send(reply -> reply.getMessage().setBody("您好"));

    assertThat(sent.getMessage().getBody()).isNull();
  }

  @Test
  void typing_leaves_the_body_as_it_is() {
    var typed = SEND_TYPING.send(message -> message.getMessage().setBody("您好"));

    assertThat(typed.getProperty("typed")).isEqualTo(true);
    assertThat(typed.getMessage().getBody()).isEqualTo("您好");
  }
}
