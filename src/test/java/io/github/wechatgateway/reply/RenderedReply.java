package io.github.wechatgateway.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.MessageReader;
import io.github.wechatgateway.message.NotAMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A rendered reply, as another parser than ours reads it. */
final class RenderedReply {
  private RenderedReply() {}

  /** What is answered. */
  static Message message(String msgType) {
    String xml =
        "<xml><ToUserName>gh_account</ToUserName><FromUserName>oUser</FromUserName>"
            + "<MsgType>%s</MsgType></xml>".formatted(msgType);
    try {
      return new MessageReader().read(xml.getBytes(UTF_8));
    } catch (NotAMessage e) {
      throw new AssertionError(xml, e);
    }
  }

  /** {@code path=text} of each element that has no elements of its own, in their order. */
  static List<String> elements(String xml) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      Element root =
          builder.parse(new ByteArrayInputStream(xml.getBytes(UTF_8))).getDocumentElement();
      assertThat(root.getTagName()).isEqualTo("xml");
      List<String> elements = new ArrayList<>();
      collect("", root, elements);
      return elements;
    } catch (Exception e) {
      throw new AssertionError(xml, e);
    }
  }

  private static void collect(String path, Element parent, List<String> elements) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getFirstChild() instanceof Element) {
        collect(path + element.getTagName() + ".", element, elements);
      } else if (node instanceof Element leaf) {
        elements.add(path + leaf.getTagName() + "=" + leaf.getTextContent());
      }
    }
  }
}
