package io.github.wechatgateway.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Makes a reply of a customer-service message in WeChat's JSON: {@code touser} is in {@code
 * wechatUser} then.
 */
final class AddressMessage implements Processor {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void process(Exchange exchange) throws ApiProblem {
    ObjectNode message = exchange.getMessage().getBody(ObjectNode.class);
    exchange.setProperty("wechatUser", text("touser", "an OpenID", message));
    text("msgtype", "text, image, news …", message); // a reply without one would be none
    message.remove("touser");
    exchange.getMessage().setBody(JSON.convertValue(message, MAP));
  }

  private static String text(String field, String expected, ObjectNode message) throws ApiProblem {
    JsonNode value = message.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      String found = value.isMissingNode() ? "missing" : "empty, or no text";
      throw ApiProblem.badRequest(field, found, expected);
    }
    return value.asText();
  }
}
