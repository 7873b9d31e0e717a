package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnEventLocationRouteTest {
  @RegisterExtension
  static final RouteUnderTest ON_EVENT_LOCATION = new RouteUnderTest("handlers/on-event-location");

  @Test
  void a_report_of_where_the_user_is_gets_no_answer() throws Exception {
    assertThat(ON_EVENT_LOCATION.reply(message("event-location"))).isNull();
  }
}
