package io.github.wechatgateway.message;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.deser.FromXmlParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Reads a message from its XML: order of elements, CDATA or bare text, line feeds between elements
 * and a byte order mark make no difference.
 *
 * <p>The mapper is camel-jacksonxml's (a plain {@link XmlMapper}: no DTD, no external entities),
 * with limits that suit a message of 64 KiB.
 */
public final class MessageReader {
  /** These say who, what and when: a message that has one of them twice is nobody's. */
  private static final List<String> ONCE =
      List.of("ToUserName", "FromUserName", "CreateTime", "MsgType", "Event", "MsgId", "MsgID");

  private final XmlMapper xml =
      XmlMapper.builder(new XmlFactory(HardenedXml.factory()))
          .disable(FromXmlParser.Feature.PROCESS_XSI_NIL) // it makes nulls of elements
          .build();

  private final ObjectReader elements = xml.readerFor(new TypeReference<Map<String, Object>>() {});

  /**
   * Reads one message.
   *
   * @param bytes UTF-8, or what the XML declares
   * @throws NotAMessage if it is not well-formed XML with the root {@code xml}, or has neither
   *     {@code MsgType} nor what a known push without one has
   */
  public Message read(byte[] bytes) throws NotAMessage {
    Elements elements = new Elements(parse(bytes));
    for (String name : ONCE) {
      Object element = elements.get(name);
      if (element != null && !(element instanceof String)) {
        throw new NotAMessage(name + ": repeated or nested (expected: one text)");
      }
    }
    if (elements.text("MsgType").isBlank()) {
      return push(elements);
    }
    for (String name : List.of("ToUserName", "FromUserName")) {
      if (elements.text(name).isBlank()) {
        throw new NotAMessage(name + ": missing (expected: in every message)");
      }
    }
    return MessageTypes.of(elements);
  }

  /**
   * What comes without a MsgType: a third-party platform's pushes, and WeChat cloud hosting's
   * check.
   */
  private static Message push(Elements elements) throws NotAMessage {
    if (elements.text("InfoType").isBlank()
        && !elements.text("action").strip().equals("CheckContainerPath")) {
      throw new NotAMessage(
          "MsgType: missing (expected: MsgType, InfoType or action=CheckContainerPath)");
    }
    return new Other(elements);
  }

  private Map<String, Object> parse(byte[] bytes) throws NotAMessage {
    try (FromXmlParser parser = (FromXmlParser) xml.createParser(bytes)) {
      if (!parser.getStaxReader().getLocalName().equals("xml")) {
        throw new NotAMessage("root: another element (expected: <xml>)");
      }
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new NotAMessage("root: no elements (expected: at least MsgType)");
      }
      Map<String, Object> elements = this.elements.readValue(parser);
      if (parser.nextToken() != null) {
        throw new NotAMessage("body: more after </xml> (expected: one document)");
      }
      return elements;
    } catch (JacksonException malformed) {
      var at = malformed.getLocation();
      throw new NotAMessage(
          "body: not well-formed XML"
              + (at == null
                  ? ""
                  : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr())));
    } catch (IOException impossible) {
      throw new NotAMessage("body: unreadable (expected: XML)");
    }
  }
}
