package io.github.wechatgateway.callback;

import io.github.wechatgateway.message.HardenedXml;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Takes the {@code Encrypt} out of an envelope, and nothing else: the rest of it is not proved yet.
 */
final class EnvelopeReader {
  private static final XMLInputFactory XML = HardenedXml.factory();

  private EnvelopeReader() {}

  /**
   * The text of Encrypt.
   *
   * @throws Refused unless it is well-formed XML with one {@code Encrypt} right below its root
   */
  static String encrypt(byte[] body) throws Refused {
    try {
      String encrypt = null;
      XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
      for (int depth = 0; reader.hasNext(); ) {
        int event = reader.next();
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          if (depth == 1 && reader.getLocalName().equals("Encrypt")) {
            encrypt = one(encrypt, reader);
          } else {
            depth++;
          }
        }
      }
      if (encrypt == null) {
        throw Refused.forbidden("Encrypt: missing (is the account in plain mode at WeChat?)");
      }
      return encrypt;
    } catch (XMLStreamException malformed) {
      throw Refused.forbidden("envelope: not well-formed XML");
    }
  }

  private static String one(@Nullable String before, XMLStreamReader reader)
      throws XMLStreamException, Refused {
    if (before != null) {
      throw Refused.forbidden("Encrypt: twice (expected: once)");
    }
    return reader.getElementText().strip();
  }
}
