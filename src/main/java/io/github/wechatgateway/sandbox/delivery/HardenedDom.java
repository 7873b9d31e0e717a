package io.github.wechatgateway.sandbox.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML by the JDK's own parser, whatever else is on the class path: no DTD, nothing external. */
final class HardenedDom {
  /** Far more than any reply needs. */
  private static final int MAX_DEPTH = 32;

  private HardenedDom() {}

  static Document empty() {
    return builder().newDocument();
  }

  /**
   * The root element.
   *
   * @param xml UTF-8, whatever it says of itself
   * @throws SAXException if it is not well-formed, has a DTD, or nests too deep
   */
  static Element parse(byte[] xml) throws SAXException {
    InputSource source = new InputSource(new ByteArrayInputStream(xml));
    source.setEncoding("UTF-8");
    try {
      return builder().parse(source).getDocumentElement();
    } catch (IOException notUtf8) {
      throw new SAXException(notUtf8);
    }
  }

  private static DocumentBuilder builder() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(MAX_DEPTH));
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null); // the default one prints
      return builder;
    } catch (ParserConfigurationException everyJdkHasThem) {
      throw new IllegalStateException(everyJdkHasThem);
    }
  }
}
