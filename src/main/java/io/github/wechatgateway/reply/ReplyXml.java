package io.github.wechatgateway.reply;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML of a reply as WeChat's own examples write it: texts as CDATA, numbers bare. */
final class ReplyXml {
  private static final WstxOutputFactory FACTORY = new WstxOutputFactory();

  static {
    // A text that holds "]]>" is written as two sections.
    FACTORY.setProperty(WstxOutputProperties.P_OUTPUT_FIX_CONTENT, true);
  }

  private final StringWriter written = new StringWriter(512);
  private final XMLStreamWriter writer;

  ReplyXml() {
    try {
      writer = FACTORY.createXMLStreamWriter(written);
    } catch (XMLStreamException notIntoMemory) {
      throw new IllegalStateException(notIntoMemory);
    }
    open("xml");
  }

  ReplyXml open(String element) {
    return write(() -> writer.writeStartElement(element));
  }

  ReplyXml close() {
    return write(writer::writeEndElement);
  }

  ReplyXml text(String element, String text) {
    open(element);
    write(() -> writer.writeCData(allowed(text)));
    return close();
  }

  ReplyXml textIfAny(String element, String text) {
    return text.isEmpty() ? this : text(element, text);
  }

  ReplyXml number(String element, long number) {
    open(element);
    write(() -> writer.writeCharacters(Long.toString(number)));
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
    close();
    write(writer::close);
    return written.toString();
  }

  /**
   * XML has no way to write some characters, control characters and halves of pairs among them:
   * they are left out.
   */
  static String allowed(String text) {
    if (text.codePoints().allMatch(ReplyXml::isAllowed)) {
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

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private ReplyXml write(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException notIntoMemory) {
      throw new IllegalStateException(notIntoMemory);
    }
  }

  private interface Step {
    void run() throws XMLStreamException;
  }
}
