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
    xml.append(Characters.allowed(text).replace("]]>", "]]]]><![CDATA[>"));
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
}
