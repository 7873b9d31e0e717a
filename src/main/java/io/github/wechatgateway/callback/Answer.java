package io.github.wechatgateway.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What goes back over HTTP: a status, a type, a body, and no header of whatever came before. */
final class Answer {
  private Answer() {}

  static void text(Exchange exchange, int status, String body) {
    of(exchange, status, "text/plain; charset=utf-8", body);
  }

  static void xml(Exchange exchange, String body) {
    of(exchange, 200, "application/xml; charset=utf-8", body);
  }

  /** Nothing to say: WeChat shows the user nothing, and does not ask again. */
  static void empty(Exchange exchange) {
    text(exchange, 200, "");
  }

  private static void of(Exchange exchange, int status, String type, String body) {
    Message answer = exchange.getMessage();
    answer.removeHeaders("*");
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    answer.setHeader(Exchange.CONTENT_TYPE, type);
    answer.setBody(ByteBuffer.wrap(body.getBytes(UTF_8))); // sent in one piece, with its length
  }
}
