package io.github.wechatgateway.bench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the shipped {@code on-text} does for texts, by hand: the same answers. */
final class HandHandler {
  private static final String HOURS = "我们的营业时间是每天 9:00 至 18:00。";
  private static final String HELLO = "您好！有什么可以帮您？回复“人工”转接客服。";

  private final String welcome;
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> contained = new LinkedHashMap<>();

  HandHandler(String welcome) {
    this.welcome = welcome;
    for (String word : new String[] {"你好", "您好", "hi", "hello"}) {
      exact.put(word, HELLO);
    }
    for (String word : new String[] {"营业时间", "几点开门", "几点关门"}) {
      contained.put(word, HOURS);
    }
  }

  /** The XML of the reply to a message. */
  String answer(Map<String, String> message) {
    String words = words(message.getOrDefault("Content", ""));
    return words.equals("人工")
        ? HandXml.transfer(message)
        : HandXml.text(message, content(words.toLowerCase(Locale.ROOT)));
  }

  private String content(String words) {
    String answer = exact.get(words);
    if (answer != null) {
      return answer;
    }
    for (Map.Entry<String, String> each : contained.entrySet()) {
      if (words.contains(each.getKey())) {
        return each.getValue();
      }
    }
    return welcome;
  }

  /** With one space between them, and no other white space. */
  private static String words(String text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = words.length() > 0;
      } else {
        if (space) {
          words.append(' ');
          space = false;
        }
        words.append(c);
      }
    }
    return words.toString();
  }
}
