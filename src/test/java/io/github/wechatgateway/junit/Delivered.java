package io.github.wechatgateway.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.InputSource;

/** What became of a message that was delivered. What the user does not see fails the test. */
public final class Delivered {
  private final JsonNode json;

  Delivered(JsonNode json) {
    this.json = json;
  }

  /** What the user sees: {@code reply}, {@code nothing} or {@code fault}. */
  public String seen() {
    return json.path("seen").asText();
  }

  /** What is wrong with an answer; "" if nothing is. */
  public String why() {
    return json.path("why").asText();
  }

  /** What each try got, in clear; "" where there was no answer, or an empty one. */
  public List<String> tries() {
    List<String> answers = new ArrayList<>();
    json.path("tries").forEach(one -> answers.add(one.path("reply").asText()));
    return answers;
  }

  /** The seconds that each try took. */
  public List<Double> seconds() {
    List<Double> seconds = new ArrayList<>();
    json.path("tries").forEach(one -> seconds.add(one.path("seconds").asDouble()));
    return seconds;
  }

  /** Expects that the user sees a text. */
  public void isText(String content) {
    String type = reply("MsgType");
    if (!type.equals("text") || !reply("Content").equals(content)) {
      throw new AssertionError("expected the text: " + content + "\nbut it was: " + this);
    }
  }

  /** Expects that the user sees nothing. */
  public void isNothing() {
    expect("nothing");
  }

  /**
   * What an element of the reply says, which the user is expected to see.
   *
   * @param path such as {@code Content} or {@code Articles/item[1]/Title}
   */
  public String reply(String path) {
    expect("reply");
    List<String> tries = tries();
    InputSource xml = new InputSource(new StringReader(tries.get(tries.size() - 1)));
    try {
      return XPathFactory.newInstance().newXPath().evaluate("/xml/" + path, xml);
    } catch (XPathExpressionException malformed) {
      throw new IllegalArgumentException(path, malformed);
    }
  }

  private void expect(String seen) {
    if (!seen().equals(seen)) {
      throw new AssertionError("expected that the user sees: " + seen + "\nbut it was: " + this);
    }
  }

  @Override
  public String toString() {
    return json.toPrettyString();
  }
}
