package io.github.wechatgateway.reply;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;

/**
 * The XML of a reply as WeChat's own examples write it: texts as CDATA, numbers bare.
 *
 * <p>Names of elements are taken as they are: they are ours, or were checked.
 */
final class ReplyXml {
  private final StringBuilder xml = new StringBuilder(512);
  private final Deque<String> open = new ArrayDeque<>();

  ReplyXml() {
    open("xml");
  }

  ReplyXml open(String element) {
    xml.append('<').append(element).append('>');
    open.push(element);
    return this;
  }

  ReplyXml close() {
    xml.append("</").append(open.pop()).append('>');
    return this;
  }

  /** A text that holds the end of a section, "]]>", is written as two. */
  ReplyXml text(String element, String text) {
    open(element);
    xml.append("<![CDATA[");
    xml.append(allowed(text).replace("]]>", "]]]]><![CDATA[>"));
    xml.append("]]>");
    return close();
  }

  ReplyXml textIfAny(String element, String text) {
    return text.isEmpty() ? this : text(element, text);
  }

  ReplyXml number(String element, long number) {
    open(element);
    xml.append(number);
    return close();
  }

  /** Elements by their names; those that are maps nest. */
  ReplyXml all(Map<?, ?> elements) {
    elements.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> nested) {
            open(String.valueOf(name)).all(nested).close();
          } else {
            text(String.valueOf(name), Objects.toString(value, ""));
          }
        });
    return this;
  }

  String done() {
    return close().xml.toString();
  }

  /**
   * XML has no way to write some characters, control characters and halves of pairs among them:
   * they are left out.
   */
  static String allowed(String text) {
    if (isAllowed(text)) {
      return text;
    }
    return text.codePoints()
        .filter(ReplyXml::isAllowed)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether the user sees anything of a text once it is XML. */
  static boolean isVisible(String text) {
    return text.codePoints().filter(ReplyXml::isAllowed).anyMatch(ReplyXml::isVisible);
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && type != Character.CONTROL
        && type != Character.FORMAT;
  }

  /** A loop, not a stream: every text of every reply comes through here. */
  private static boolean isAllowed(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (!isAllowed(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
