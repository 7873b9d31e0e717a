package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.MessageReader;
import io.github.wechatgateway.message.NotAMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxDelayRouteTest {
  @RegisterExtension
  static final RouteUnderTest SANDBOX_DELAY = new RouteUnderTest("sandbox/sandbox-delay");

  @ParameterizedTest
  @ValueSource(strings = {"", "<SandboxDelay>soon</SandboxDelay>", "<SandboxDelay/>"})
  void a_message_that_asks_for_no_delay_goes_on(String delay) throws Exception {
    assertHandled(delay);
  }

  @Test
  void one_that_asks_for_it_goes_on_later() throws Exception {
    long begun = System.nanoTime();

    assertHandled("<SandboxDelay>300</SandboxDelay>");

    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  private static void assertHandled(String delay) throws Exception {
    MockEndpoint handlers = SANDBOX_DELAY.mock("route-message");
    handlers.expectedMessageCount(1);
    Message message = message(delay);

    SANDBOX_DELAY.send(exchange -> exchange.getMessage().setBody(message));

    handlers.assertIsSatisfied();
  }

  private static Message message(String delay) throws NotAMessage {
    String xml =
        "<xml><ToUserName>gh</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime>"
            + "<MsgType>text</MsgType><Content>hi</Content><MsgId>1</MsgId>"
            + delay
            + "</xml>";
    return new MessageReader().read(xml.getBytes(StandardCharsets.UTF_8));
  }
}
