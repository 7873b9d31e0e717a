package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which queue a late message goes to, by who has it. */
class LateRoutesTest {
  private static final String STEP_LEAVES = "holder";

  @RegisterExtension
  static final RouteUnderTest HANDLE_LATE =
      new RouteUnderTest("late/handle-late")
          .step("handle-late", LateRoutesTest::leave)
          .with(route -> route.mockEndpointsAndSkip("jms:.*"));

  @RegisterExtension
  static final RouteUnderTest WATCH_LEASE =
      new RouteUnderTest("late/watch-lease")
          .step("watch-lease", LateRoutesTest::leave)
          .with(route -> route.mockEndpointsAndSkip("jms:.*"));

  @ParameterizedTest
  @CsvSource({"HANDLER, wechat.lease", "DEAD, wechat.dead", "NOBODY, "})
  void a_message_that_came_out_of_the_queue_goes_to(String holder, String queue) throws Exception {
    assertThatGoesTo(queue, HANDLE_LATE, holder);
  }

  @ParameterizedTest
  @CsvSource({
    "HANDLER, wechat.lease",
    "UNKNOWN, wechat.late",
    "DEAD, wechat.dead",
    "NOBODY, ",
    "QUEUE, "
  })
  void a_message_whose_lease_is_over_goes_to(String holder, String queue) throws Exception {
    assertThatGoesTo(queue, WATCH_LEASE, holder);
  }

  private static void assertThatGoesTo(@Nullable String queue, RouteUnderTest route, String holder)
      throws Exception {
    for (String each : new String[] {"wechat.lease", "wechat.late", "wechat.dead"}) {
      mock(each, route.context()).expectedMessageCount(each.equals(queue) ? 1 : 0);
    }

    assertThat(route.send(message -> message.setProperty(STEP_LEAVES, holder)).getException())
        .isNull();

    MockEndpoint.assertIsSatisfied(route.context());
  }

  private static void leave(Exchange exchange) {
    exchange.setProperty("wechatHolder", exchange.getProperty(STEP_LEAVES));
  }

  private static MockEndpoint mock(String queue, DefaultCamelContext context) {
    return context.getEndpoint("mock:jms:queue:" + queue, MockEndpoint.class);
  }
}
