package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnEventViewRouteTest {
  @RegisterExtension
  static final RouteUnderTest ON_EVENT_VIEW = new RouteUnderTest("handlers/on-event-view");

  @Test
  void a_user_who_opens_a_page_from_the_menu_gets_no_answer() throws Exception {
    assertThat(ON_EVENT_VIEW.reply(message("event-view"))).isNull();
  }
}
