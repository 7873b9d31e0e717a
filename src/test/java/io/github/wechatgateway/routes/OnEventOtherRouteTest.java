package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.apache.camel.model.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnEventOtherRouteTest {
  @RegisterExtension
  static final RouteUnderTest ON_EVENT_OTHER =
      new RouteUnderTest("handlers/on-event-other")
          .with(
              route ->
                  route
                      .weaveByType(ProcessDefinition.class)
                      .before()
                      .to("mock:direct:suggest-handler"));

  @ParameterizedTest
  @ValueSource(strings = {"event-debug-demo", "event-masssendjobfinish", "event-scancode-waitmsg"})
  void an_event_that_no_handler_takes_gets_no_answer(String fixture) throws Exception {
    assertThat(ON_EVENT_OTHER.reply(message(fixture))).isNull();
  }

  @Test
  void it_is_suggested_to_add_a_handler() throws Exception {
    ON_EVENT_OTHER.mock("suggest-handler").expectedBodiesReceived(message("event-debug-demo"));

    ON_EVENT_OTHER.reply(message("event-debug-demo"));

    ON_EVENT_OTHER.mock("suggest-handler").assertIsSatisfied();
  }
}
