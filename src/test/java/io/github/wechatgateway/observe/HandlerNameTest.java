package io.github.wechatgateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HandlerNameTest {
  private static final DefaultCamelContext CONTEXT = new DefaultCamelContext();

  @BeforeAll
  static void start() throws Exception {
    CONTEXT.addRoutePolicyFactory(new HandlerName());
    CONTEXT.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:route-message").routeId("route-message").to("direct:on-text");
            from("direct:on-text").routeId("on-text").to("direct:look-up");
            from("direct:on-link").routeId("on-link").to("direct:on-text");
            from("direct:on-image").routeId("on-image").throwException(new Exception());
            from("direct:look-up").routeId("look-up").setBody(constant(""));
          }
        });
    CONTEXT.start();
  }

  @AfterAll
  static void stop() throws Exception {
    CONTEXT.close();
  }

  @Test
  void a_handler_is_named_by_the_id_of_its_route() {
    assertThat(handlerOf("on-text")).isEqualTo("on-text");
  }

  @Test
  void a_handler_that_throws_is_named() {
    assertThat(handlerOf("on-image")).isEqualTo("on-image");
  }

  @Test
  void the_routers_are_no_handlers() {
    assertThat(handlerOf("route-message")).isEqualTo("on-text");
  }

  @Test
  void what_a_handler_calls_is_no_handler() {
    assertThat(handlerOf("look-up")).isEqualTo("none");
  }

  @Test
  void of_a_handler_that_hands_on_to_another_the_other_is_named() {
    assertThat(handlerOf("on-link")).isEqualTo("on-text");
  }

  @Test
  void a_handler_is_named_after_another_context_has_been_closed() throws Exception {
    try (DefaultCamelContext other = new DefaultCamelContext()) {
      other.addRoutePolicyFactory(new HandlerName());
      other.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("direct:on-event-view").routeId("on-event-view").setBody(constant(""));
            }
          });
      other.start();
    }

    assertThat(handlerOf("on-text")).isEqualTo("on-text");
  }

  private static String handlerOf(String route) {
    Exchange exchange = CONTEXT.createProducerTemplate().request("direct:" + route, request -> {});
    return HandlerName.of(exchange);
  }
}
