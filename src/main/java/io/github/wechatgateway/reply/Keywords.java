package io.github.wechatgateway.reply;

import static java.util.Objects.requireNonNull;

import io.github.wechatgateway.message.Text;
import io.github.wechatgateway.message.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Keywords with their answers (关键词自动回复), from {@code config/replies/keywords.json}: a list of
 * {@code {"keywords": […], "match": "exact" or "contains", "reply": …}}. The first that matches
 * counts; case does not.
 *
 * <p>In routes this is the processor {@code keywords}.
 */
public final class Keywords implements Processor {
  static final String FILE = "keywords.json";

  private final ReplyFiles files;

  /** The file's content, as it was last read, and what it says. */
  private volatile Read read = new Read(List.of(), List.of());

  public Keywords(ReplyFiles files) {
    this.files = files;
  }

  /**
   * Notes the words of a text as the exchange property {@code words} and, where a keyword is in it,
   * the reply to it as {@code keywordReply}. If the file is not such a list, and never was, there
   * is no keyword, and the log says why.
   */
  @Override
  public void process(Exchange exchange) {
    String words = exchange.getMessage().getBody(Text.class).words();
    exchange.setProperty("words", words);
    try {
      exchange.setProperty("keywordReply", find(words, exchange));
    } catch (BrokenReplyFile broken) {
      files.tell(FILE, broken, "No keyword is answered");
    }
  }

  @Nullable Object find(String written, Exchange exchange) {
    for (Rule rule : rules()) {
      if (rule.matches(written)) {
        return files.fill(rule.reply(), exchange);
      }
    }
    return null;
  }

  private List<Rule> rules() {
    Object content = files.content(FILE, Keywords::check);
    Read last = read;
    if (last.content != content) {
      last = new Read(content, rules(Path.of(FILE), content));
      read = last;
    }
    return last.rules;
  }

  /** Looks at the rules of a file, and at the replies in them. */
  static void check(Path file, Object content) {
    List<Rule> rules = rules(file, content);
    for (int i = 0; i < rules.size(); i++) {
      BrokenReplies.check(place(file, i), rules.get(i).reply());
    }
  }

  private static String place(Path file, int rule) {
    return "%s, rule %d".formatted(file, rule + 1);
  }

  private static List<Rule> rules(Path file, Object content) {
    if (!(content instanceof List<?> list)) {
      throw new BrokenReplyFile(file.toString(), "not a list", "a list of rules");
    }
    List<Rule> rules = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> rule)
          || !(rule.get("keywords") instanceof List<?> keywords)
          || !(rule.get("match") instanceof String match)
          || !(match.equals("exact") || match.equals("contains"))
          || rule.get("reply") == null) {
        throw new BrokenReplyFile(
            place(file, rules.size()),
            "another shape",
            "keywords, match as \"exact\" or \"contains\", reply");
      }
      List<String> words =
          keywords.stream().map(keyword -> Words.of(String.valueOf(keyword))).toList();
      rules.add(new Rule(words, match.equals("exact"), requireNonNull(rule.get("reply"))));
    }
    return rules;
  }

  private record Read(Object content, List<Rule> rules) {}

  private record Rule(List<String> keywords, boolean exact, Object reply) {

    boolean matches(String text) {
      for (String keyword : keywords) {
        if (exact ? text.equalsIgnoreCase(keyword) : contains(text, keyword)) {
          return true;
        }
      }
      return false;
    }

    private static boolean contains(String text, String keyword) {
      return !keyword.isEmpty()
          && text.toLowerCase(Locale.ROOT).contains(keyword.toLowerCase(Locale.ROOT));
    }
  }
}
