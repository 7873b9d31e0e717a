package io.github.wechatgateway.reply;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Keywords with their answers (关键词自动回复), from {@code config/replies/keywords.json}: a list of
 * {@code {"keywords": […], "match": "exact" or "contains", "reply": …}}. The first that matches
 * counts; case does not.
 *
 * <p>In routes this is the bean {@code keywords}.
 */
public final class Keywords {
  static final String FILE = "keywords.json";

  private final ReplyFiles files;

  public Keywords(ReplyFiles files) {
    this.files = files;
  }

  /**
   * The answer to a text, or null where no keyword is in it.
   *
   * @param text what the user wrote; Camel makes null of the word "null"
   * @throws IllegalArgumentException if the file is not such a list
   */
  public @Nullable Object find(@Nullable String text, Exchange exchange) {
    String written = Objects.requireNonNullElse(text, "null").strip();
    if (!(files.content(FILE) instanceof List<?> rules)) {
      throw new IllegalArgumentException(FILE + ": not a list (expected: a list of rules)");
    }
    for (int i = 0; i < rules.size(); i++) {
      Object reply = reply(rules.get(i), i, written);
      if (reply != null) {
        return files.fill(reply, exchange);
      }
    }
    return null;
  }

  private static @Nullable Object reply(@Nullable Object item, int index, String text) {
    if (!(item instanceof Map<?, ?> rule)
        || !(rule.get("keywords") instanceof List<?> keywords)
        || !(rule.get("match") instanceof String match)
        || !(match.equals("exact") || match.equals("contains"))
        || rule.get("reply") == null) {
      throw new IllegalArgumentException(
          "%s, rule %d: another shape (expected: keywords, match as \"exact\" or \"contains\", reply)"
              .formatted(FILE, index + 1));
    }
    boolean matches =
        keywords.stream().anyMatch(keyword -> matches(String.valueOf(keyword), text, match));
    return matches ? rule.get("reply") : null;
  }

  private static boolean matches(String keyword, String text, String match) {
    return match.equals("exact")
        ? text.equalsIgnoreCase(keyword)
        : !keyword.isEmpty()
            && text.toLowerCase(Locale.ROOT).contains(keyword.toLowerCase(Locale.ROOT));
  }
}
