package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnEventUnsubscribeRouteTest {
  @RegisterExtension
  static final RouteUnderTest ON_EVENT_UNSUBSCRIBE =
      new RouteUnderTest("handlers/on-event-unsubscribe");

  @Test
  void a_user_who_has_left_gets_no_answer() throws Exception {
    assertThat(ON_EVENT_UNSUBSCRIBE.reply(message("event-unsubscribe"))).isNull();
  }
}
