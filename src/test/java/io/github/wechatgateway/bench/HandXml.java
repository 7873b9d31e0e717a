package io.github.wechatgateway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.wechatgateway.message.HardenedXml;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Messages read and replies written at the lowest cost. */
final class HandXml {
  private static final XMLInputFactory FACTORY = HardenedXml.factory();

  static {
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true); // a text is one event
  }

  private HandXml() {}

  /** The texts right below the root, by their elements. */
  static Map<String, String> read(byte[] xml) throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
    Map<String, String> texts = new HashMap<>();
    String element = "";
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          element = reader.getLocalName();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (depth == 2) {
            texts.put(element, reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          element = "";
        }
        default -> {}
      }
    }
    reader.close();
    return texts;
  }

  static String text(Map<String, String> message, String content) {
    return reply(message, "text")
        .append("<Content>")
        .append(cdata(content))
        .append("</Content></xml>")
        .toString();
  }

  static String transfer(Map<String, String> message) {
    return reply(message, "transfer_customer_service").append("</xml>").toString();
  }

  private static StringBuilder reply(Map<String, String> message, String msgType) {
    return new StringBuilder(512)
        .append("<xml><ToUserName>")
        .append(cdata(message.getOrDefault("FromUserName", "")))
        .append("</ToUserName><FromUserName>")
        .append(cdata(message.getOrDefault("ToUserName", "")))
        .append("</FromUserName><CreateTime>")
        .append(System.currentTimeMillis() / 1000)
        .append("</CreateTime><MsgType><![CDATA[")
        .append(msgType)
        .append("]]></MsgType>");
  }

  static String envelope(byte[] encrypt, byte[] signature, String timestamp, String nonce) {
    return "<xml><Encrypt><![CDATA["
        + new String(encrypt, ISO_8859_1)
        + "]]></Encrypt><MsgSignature><![CDATA["
        + new String(signature, ISO_8859_1)
        + "]]></MsgSignature><TimeStamp>"
        + timestamp
        + "</TimeStamp><Nonce><![CDATA["
        + nonce
        + "]]></Nonce></xml>";
  }

  private static String cdata(String text) {
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }
}
