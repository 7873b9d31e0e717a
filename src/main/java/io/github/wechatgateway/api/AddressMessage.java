package io.github.wechatgateway.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Makes a reply of a customer-service message in WeChat's JSON: {@code touser} is in {@code
 * wechatUser} then, and the message's id is the user's own.
 */
final class AddressMessage implements Processor {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void process(Exchange exchange) throws ApiProblem {
    ObjectNode message = exchange.getMessage().getBody(ObjectNode.class);
    String user = text("touser", "an OpenID", message);
    exchange.setProperty("wechatUser", user);
    String request = exchange.getProperty(NameMessage.ID, String.class);
    exchange.setProperty(NameMessage.ID, IdempotencyKey.ofUser(user, request));
    String type = text("msgtype", "text, image, news …", message); // without one it is no reply
    refuseOthers(Set.of("touser", "msgtype", type, "customservice"), message);
    message.remove("touser");
    exchange.getMessage().setBody(JSON.convertValue(message, MAP));
  }

  /** What a reply has no place for would be lost without a word. */
  private static void refuseOthers(Set<String> known, ObjectNode message) throws ApiProblem {
    for (Map.Entry<String, JsonNode> field : message.properties()) {
      if (!known.contains(field.getKey())) {
        throw ApiProblem.badRequest(
            field.getKey(),
            "unknown",
            "touser, msgtype, the object of the msgtype's name, customservice");
      }
    }
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
