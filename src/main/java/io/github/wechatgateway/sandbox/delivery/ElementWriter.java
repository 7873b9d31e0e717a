package io.github.wechatgateway.sandbox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;

/**
 * Writes JSON as the elements of a message, as WeChat does: texts as CDATA, numbers bare. An object
 * nests, and an array repeats its element.
 */
final class ElementWriter {
  /** Bytes; what users send is far from it. */
  static final int MAX_SIZE = 64 * 1024;

  /** Elements within elements; WeChat's own go down to five. */
  static final int MAX_DEPTH = 16;

  private final Document names = HardenedDom.empty();

  private final StringBuilder xml = new StringBuilder(512);

  private ElementWriter() {}

  /**
   * The elements one after the other, without one around them.
   *
   * @param path what the object is called in the request
   * @throws BadRequest if they can't be elements, nest too deep, or are too large
   */
  static String write(ObjectNode elements, String path) throws BadRequest {
    ElementWriter writer = new ElementWriter();
    writer.object(elements, path, 1);
    String xml = writer.xml.toString();
    checkSize(xml.getBytes(UTF_8).length, path);
    return xml;
  }

  static String text(String name, String text) {
    return "<%s><![CDATA[%s]]></%s>".formatted(name, split(text), name);
  }

  static String number(String name, long number) {
    return "<%s>%d</%s>".formatted(name, number, name);
  }

  private void object(ObjectNode elements, String path, int depth) throws BadRequest {
    if (depth > MAX_DEPTH) {
      throw new BadRequest(path, "nested too deep", "at most " + MAX_DEPTH + " levels");
    }
    for (Map.Entry<String, JsonNode> element : elements.properties()) {
      String name = element.getKey();
      checkName(name, path);
      if (element.getValue().isArray()) {
        repeated(name, element.getValue(), path + "." + name, depth);
      } else {
        element(name, element.getValue(), path + "." + name, depth);
      }
    }
  }

  private void repeated(String name, JsonNode values, String path, int depth) throws BadRequest {
    for (int i = 0; i < values.size(); i++) {
      element(name, values.get(i), path + "[" + i + "]", depth);
    }
  }

  private void element(String name, JsonNode value, String path, int depth) throws BadRequest {
    xml.append('<').append(name).append('>');
    if (value instanceof ObjectNode nested) {
      object(nested, path, depth + 1);
    } else if (value.isTextual()) {
      checkCharacters(value.textValue(), path);
      xml.append("<![CDATA[").append(split(value.textValue())).append("]]>");
    } else if (value.isNumber()) {
      xml.append(value.asText());
    } else {
      String rule = "a text, a number, an object, or an array of these";
      throw new BadRequest(path, Json.shapeOf(value), rule);
    }
    xml.append("</").append(name).append('>');
    checkSize(xml.length(), path);
  }

  private static String split(String text) {
    return text.replace("]]>", "]]]]><![CDATA[>");
  }

  private void checkName(String name, String path) throws BadRequest {
    try {
      names.createElementNS(null, name);
    } catch (DOMException noName) {
      String shape = name.length() + " characters that are no name of an element";
      throw new BadRequest(path, shape, "letters, digits, _, - and ., a letter or _ first");
    }
  }

  private static void checkCharacters(String text, String path) throws BadRequest {
    if (!text.codePoints().allMatch(ElementWriter::isAllowed)) {
      throw new BadRequest(path, "a character that XML can't hold", "no control characters");
    }
  }

  private static boolean isAllowed(int c) {
    boolean white = c == '\t' || c == '\n' || c == '\r';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return white || (c >= ' ' && !surrogate && c != 0xFFFE && c != 0xFFFF);
  }

  private static void checkSize(int size, String path) throws BadRequest {
    if (size > MAX_SIZE) {
      throw new BadRequest(path, "too large", "at most " + MAX_SIZE + " bytes as XML");
    }
  }
}
