package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Answers a request with JSON, which nobody may keep: there may be a token in it. */
final class ApiAnswer {
  static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";

  private ApiAnswer() {}

  /** Whatever else was in the message, such as the parameters of the query, is gone. */
  static void json(int status, String type, JsonNode json, Exchange exchange) {
    Message answer = exchange.getMessage();
    answer.removeHeaders("*");
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    answer.setHeader(Exchange.CONTENT_TYPE, type);
    answer.setHeader("Cache-Control", "no-store");
    answer.setBody(ByteBuffer.wrap(json.toString().getBytes(UTF_8)));
  }

  /** Answers that it is done, and no more. */
  static void empty(int status, Exchange exchange) {
    Message answer = exchange.getMessage();
    answer.removeHeaders("*");
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    answer.setHeader("Cache-Control", "no-store");
    answer.setBody(null);
  }
}
