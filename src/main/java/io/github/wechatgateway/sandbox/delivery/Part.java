package io.github.wechatgateway.sandbox.delivery;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * An element of an answer, which knows the way to itself for the sake of clear errors.
 *
 * @param path empty for the root, so that its own elements go by their names
 */
record Part(String path, Element element) {

  /** The root of an answer. */
  static Part root(byte[] xml) throws Fault {
    Element root;
    try {
      root = HardenedDom.parse(xml);
    } catch (SAXException malformed) {
      throw new Fault("body", "XML that can't be read", "well-formed UTF-8 without a DOCTYPE");
    }
    if (!root.getTagName().equals("xml")) {
      throw new Fault("body", "the root element is another", "xml");
    }
    return new Part("", root);
  }

  boolean has(String name) {
    return !all(name).isEmpty();
  }

  List<Part> all(String name) {
    List<Part> parts = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && child.getTagName().equals(name)) {
        parts.add(new Part(pathTo(name), child));
      }
    }
    return parts;
  }

  /** The only element of that name. */
  Part one(String name) throws Fault {
    List<Part> parts = all(name);
    if (parts.size() != 1) {
      String found = parts.isEmpty() ? "missing" : "there " + parts.size() + " times";
      throw new Fault(pathTo(name), found, "once");
    }
    return parts.get(0);
  }

  /** The text of the only element of that name. */
  String text(String name) throws Fault {
    Part part = one(name);
    if (part.element.getElementsByTagName("*").getLength() > 0) {
      throw new Fault(part.path, "elements in it", "a text, in CDATA if there is a < in it");
    }
    return part.element.getTextContent();
  }

  /** The same, which the user could see. */
  String visible(String name) throws Fault {
    String text = text(name);
    if (text.isBlank()) {
      throw new Fault(pathTo(name), text.isEmpty() ? "empty" : "blank", "a text");
    }
    return text;
  }

  /** The seconds since 1970 in the only element of that name. */
  long seconds(String name) throws Fault {
    String text = visible(name).strip();
    if (!text.matches("[0-9]+")) {
      throw new Fault(pathTo(name), "not a number", "seconds since 1970, in digits alone");
    }
    String unit =
        switch (text.length()) {
          case 13 -> ", as milliseconds have";
          case 18 -> ", as .NET's ticks have";
          default -> "";
        };
    if (text.length() > 10) {
      String found = text.length() + " digits" + unit;
      throw new Fault(pathTo(name), found, "seconds since 1970, 10 digits");
    }
    return Long.parseLong(text);
  }

  private String pathTo(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
