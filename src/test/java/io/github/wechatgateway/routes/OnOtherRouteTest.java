package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.apache.camel.model.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnOtherRouteTest {
  @RegisterExtension
  static final RouteUnderTest ON_OTHER =
      new RouteUnderTest("handlers/on-other")
          .with(
              route ->
                  route
                      .weaveByType(ProcessDefinition.class)
                      .before()
                      .to("mock:direct:suggest-handler"));

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "file", "hardware", "infotype-component-verify-ticket"})
  void a_message_that_no_handler_takes_gets_no_answer(String fixture) throws Exception {
    assertThat(ON_OTHER.reply(message(fixture))).isNull();
  }

  @Test
  void it_is_suggested_to_add_a_handler() throws Exception {
    ON_OTHER.mock("suggest-handler").expectedBodiesReceived(message("unknown"));

    ON_OTHER.reply(message("unknown"));

    ON_OTHER.mock("suggest-handler").assertIsSatisfied();
  }
}
