package io.github.wechatgateway.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The JSON of calls and answers, in UTF-8. */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Reads a call's body. */
  static ObjectNode read(byte[] body) throws Refusal {
    if (body.length == 0) {
      throw new Refusal(ErrCode.EMPTY_POST_DATA);
    }
    try {
      // Jackson itself would take UTF-16 and UTF-32 as well.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (CharacterCodingException | JsonProcessingException e) {
      // It is refused like any other body that is no object.
    }
    throw new Refusal(ErrCode.DATA_FORMAT);
  }

  static byte[] write(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The text of a field; empty if there is none or if it is something else. */
  static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isTextual() ? value.textValue() : "";
  }
}
