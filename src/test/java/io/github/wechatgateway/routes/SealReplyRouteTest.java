package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SealReplyRouteTest {
  @RegisterExtension
  static final RouteUnderTest SEAL_REPLY = new RouteUnderTest("callback/seal-reply");

  @Test
  void the_answer_to_an_unencrypted_try_is_the_xml_of_the_reply() {
    assertThat(Requests.text(seal("<xml>Hello</xml>"))).isEqualTo("<xml>Hello</xml>");
  }

  @Test
  void no_header_of_the_handler_goes_out() {
    assertThat(seal("Hello").getMessage().getHeaders())
        .isEqualTo(
            Map.of(
                Exchange.HTTP_RESPONSE_CODE,
                200,
                Exchange.CONTENT_TYPE,
                "application/xml; charset=utf-8"));
  }

  @Test
  void nothing_to_say_is_an_empty_answer() {
    Exchange answered = seal("");

    assertThat(answered.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
    assertThat(Requests.text(answered)).isEmpty();
  }

  private static Exchange seal(Object left) {
    return SEAL_REPLY.send(
        exchange -> {
          Requests.verified(exchange, SEAL_REPLY).setBody(left);
          exchange.getMessage().setHeader("CamelHttpPath", "left by a handler");
          exchange.setProperty("wechatMessage", message("text"));
        });
  }
}
