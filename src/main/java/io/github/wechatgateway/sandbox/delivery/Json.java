package io.github.wechatgateway.sandbox.delivery;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/**
 * What scripts send, and how it is read: a name twice is a mistake, and numbers stay as they are
 * written.
 */
public final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** Bytes of what a script sends. */
  static final int MAX_SIZE = 64 * 1024;

  private Json() {}

  /**
   * Reads what a script sends.
   *
   * @param example what it could be
   * @throws BadRequest unless it is a JSON object
   */
  public static ObjectNode object(byte[] json, String example) throws BadRequest {
    String rule = "a JSON object: " + example;
    if (json.length > MAX_SIZE) {
      throw new BadRequest("body", json.length + " bytes", "at most " + MAX_SIZE);
    }
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode object) {
        return object;
      }
      throw new BadRequest("body", "no JSON object", rule);
    } catch (JsonProcessingException malformed) {
      int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
      throw new BadRequest(
          "body, line " + line, "not JSON, a name twice, or nested too deep", rule);
    } catch (IOException neverFromBytes) {
      throw new IllegalStateException(neverFromBytes);
    }
  }

  /** What a value looks like, without telling it. */
  public static String shapeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case MISSING -> "missing";
      case STRING -> value.textValue().length() + " characters";
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      default -> "a " + value.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }
}
