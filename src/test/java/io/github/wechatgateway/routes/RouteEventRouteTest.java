package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.message.Event;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteEventRouteTest {
  @RegisterExtension
  static final RouteUnderTest ROUTE_EVENT = new RouteUnderTest("router/route-event");

  @ParameterizedTest
  @CsvSource({
    "event-subscribe, on-event-subscribe",
    "event-unsubscribe, on-event-unsubscribe",
    "event-scan, on-event-scan",
    "event-click, on-event-click",
    "event-view, on-event-view",
    "event-location, on-event-location",
    "event-view-miniprogram, on-event-other",
    "event-location-select, on-event-other",
    "event-scancode-waitmsg, on-event-other",
    "event-templatesendjobfinish, on-event-other",
    "event-debug-demo, on-event-other"
  })
  void each_event_goes_to_its_handler(String fixture, String handler) throws Exception {
    Event event = event(fixture);
    ROUTE_EVENT.mock(handler).expectedBodiesReceived(event);

    Exchange exchange = route(event);

    assertThat(exchange.getException()).isNull();
    ROUTE_EVENT.mock(handler).assertIsSatisfied();
  }

  @Test
  void what_the_handler_leaves_is_left() {
    ROUTE_EVENT
        .mock("on-event-click")
        .whenAnyExchangeReceived(handled -> handled.getMessage().setBody("Hello"));

    assertThat(route(event("event-click")).getMessage().getBody()).isEqualTo("Hello");
  }

  private static Event event(String fixture) {
    return (Event) message(fixture);
  }

  private static Exchange route(Event event) {
    return ROUTE_EVENT.send(
        exchange -> {
          exchange.setProperty("wechatEvent", event.event().toLowerCase(Locale.ROOT));
          exchange.getMessage().setBody(event);
        });
  }
}
