package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandleMessageRouteTest {
  @RegisterExtension
  static final RouteUnderTest HANDLE_MESSAGE = new RouteUnderTest("callback/handle-message");

  @Test
  void what_the_handler_leaves_becomes_xml_from_the_account_to_the_user() throws Exception {
    assertThat(Requests.text(handle("Hello")))
        .startsWith(
            "<xml><ToUserName><![CDATA[oia2TjjewbmiOUlr6X-1crbLOvLw]]></ToUserName>"
                + "<FromUserName><![CDATA[gh_7f083739789a]]></FromUserName>")
        .endsWith("<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[Hello]]></Content></xml>");
  }

  @Test
  void nothing_to_say_is_empty() throws Exception {
    assertThat(Requests.text(handle(""))).isEmpty();
  }

  @Test
  void what_a_handler_throws_goes_to_whoever_asked() throws Exception {
    HANDLE_MESSAGE
        .mock("route-message")
        .whenAnyExchangeReceived(
            exchange -> {
              throw new IllegalStateException("secret");
            });

    assertThat(send().getException()).isInstanceOf(IllegalStateException.class);
  }

  private static Exchange handle(Object left) throws Exception {
    HANDLE_MESSAGE
        .mock("route-message")
        .whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody(left));
    return send();
  }

  private static Exchange send() {
    return HANDLE_MESSAGE.send(
        exchange -> {
          exchange.setProperty("wechatMessage", message("text"));
          exchange.getMessage().setBody(message("text"));
        });
  }
}
