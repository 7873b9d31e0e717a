package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.message.Message;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteMessageRouteTest {
  @RegisterExtension
  static final RouteUnderTest ROUTE_MESSAGE = new RouteUnderTest("router/route-message");

  @ParameterizedTest
  @CsvSource({
    "text, on-text",
    "image, on-image",
    "voice, on-voice",
    "video, on-video",
    "shortvideo, on-shortvideo",
    "location, on-location",
    "link, on-link",
    "event-subscribe, route-event",
    "event-debug-demo, route-event",
    "file, on-other",
    "miniprogrampage, on-other",
    "device-text, on-other",
    "hardware, on-other",
    "unknown, on-other",
    "infotype-component-verify-ticket, on-other"
  })
  void each_msg_type_goes_to_its_handler(String fixture, String handler) throws Exception {
    Message message = message(fixture);
    ROUTE_MESSAGE.mock(handler).expectedBodiesReceived(message);

    Exchange exchange = route(message);

    assertThat(exchange.getException()).isNull();
    ROUTE_MESSAGE.mock(handler).assertIsSatisfied();
  }

  @Test
  void what_the_handler_leaves_is_left() {
    ROUTE_MESSAGE
        .mock("on-text")
        .whenAnyExchangeReceived(handled -> handled.getMessage().setBody("Hello"));

    assertThat(route(message("text")).getMessage().getBody()).isEqualTo("Hello");
  }

  private static Exchange route(Message message) {
    return ROUTE_MESSAGE.send(
        exchange -> {
          exchange.setProperty("wechatMsgType", message.msgType().toLowerCase(Locale.ROOT));
          exchange.getMessage().setBody(message);
        });
  }
}
