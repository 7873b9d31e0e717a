package io.github.wechatgateway.e2e;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Messages to send, and answers taken apart with the JDK's own parser. */
public final class Xml {
  static final String USER = "oCanaryOpenId8Zk";

  private Xml() {}

  static String text(String content) {
    return message("text", "<Content><![CDATA[" + content + "]]></Content>");
  }

  static String link(String title) {
    return message(
        "link",
        "<Title><![CDATA[%s]]></Title><Description>d</Description><Url>https://example.com</Url>"
            .formatted(title));
  }

  /** The scan of a code by a follower, which bears no id. */
  static String scan(String scene, String ticket) {
    String elements =
        "<Event>SCAN</Event><EventKey><![CDATA[%s]]></EventKey><Ticket>%s</Ticket>"
            .formatted(scene, ticket);
    return message("event", elements).replaceFirst("<MsgId>\\d+</MsgId>", "");
  }

  /** The same, made by WeChat so many seconds earlier than now. */
  static String aged(int seconds, String xml) {
    long then = System.currentTimeMillis() / 1000 - seconds;
    return xml.replaceFirst("<CreateTime>\\d+", "<CreateTime>" + then);
  }

  static String message(String msgType, String elements) {
    return """
        <xml><ToUserName><![CDATA[gh_7f083739789a]]></ToUserName>
        <FromUserName><![CDATA[%s]]></FromUserName>
        <CreateTime>%d</CreateTime>
        <MsgType><![CDATA[%s]]></MsgType>
        %s
        <MsgId>%d</MsgId></xml>"""
        .formatted(USER, System.currentTimeMillis() / 1000, msgType, elements, System.nanoTime());
  }

  /** The text of the one element of that name, anywhere in the document. */
  public static String text(String xml, String element) {
    try {
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getDocumentElement();
      NodeList found = root.getElementsByTagName(element);
      if (found.getLength() != 1) {
        throw new AssertionError(found.getLength() + " elements " + element);
      }
      return found.item(0).getTextContent();
    } catch (Exception malformed) {
      throw new AssertionError("not XML", malformed);
    }
  }
}
