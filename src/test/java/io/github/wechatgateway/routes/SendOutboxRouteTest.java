package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.late.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendOutboxRouteTest {
  @RegisterExtension
  static final RouteUnderTest SEND_OUTBOX =
      new RouteUnderTest("late/send-outbox")
          .step("send-part", send -> send.getMessage().setBody(new Result.Sent(true)));

  @Test
  void it_leaves_what_became_of_the_message() {
    var sent = SEND_OUTBOX.send(answer -> answer.getMessage().setBody("an answer"));

    assertThat(sent.getMessage().getBody()).isEqualTo(new Result.Sent(true));
  }
}
