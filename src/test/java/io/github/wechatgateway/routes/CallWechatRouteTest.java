package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallWechatRouteTest {
  @RegisterExtension
  static final RouteUnderTest CALL_WECHAT =
      new RouteUnderTest("wechat/call-wechat")
          .step(
              "call-wechat",
              call -> call.getMessage().setBody("answered " + call.getMessage().getBody()));

  @Test
  void the_call_in_the_body_is_made_and_its_answer_left_there() {
    var exchange = CALL_WECHAT.send(call -> call.getMessage().setBody("call"));

    assertThat(exchange.getMessage().getBody()).isEqualTo("answered call");
  }
}
