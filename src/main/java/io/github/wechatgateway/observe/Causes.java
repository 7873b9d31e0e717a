package io.github.wechatgateway.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.message.MenuEvent;
import io.github.wechatgateway.message.Message;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exception and its causes as text that may stand in a log: without what came in the message.
 */
final class Causes {
  private static final int MOST = 5;

  /** These say of which kind the message is, not what is in it. */
  private static final Set<String> KIND = Set.of("ToUserName", "CreateTime", "MsgType", "Event");

  /** The key of a menu item is the account's own. */
  private static final Set<String> KIND_OF_CLICK =
      Set.of("ToUserName", "CreateTime", "MsgType", "Event", "EventKey");

  /** A word that stands within others by chance; a longer number, or an id, does not. */
  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z]+|\\w{1,5}");

  /** Where a word begins: after what is no part of one, or after an escape. */
  private static final String BEGIN =
      "(?:(?<!\\w)|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\[bfnrt])|(?<=\\\\u[0-9A-Fa-f]{4}))";

  private static final Pattern ENCODED = Pattern.compile("%[0-9A-F]{2}");

  private Causes() {}

  static String of(Throwable thrown, @Nullable Message message) {
    List<String> secrets = message == null ? List.of() : longestFirst(message);
    return of(thrown, text -> ": " + without(secrets, text));
  }

  /** What was thrown, and where. */
  static String withoutText(Throwable thrown) {
    return of(thrown, text -> "");
  }

  private static String of(Throwable thrown, UnaryOperator<String> clean) {
    StringBuilder text = new StringBuilder();
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST; i++) {
      text.append(i == 0 ? "" : " <- ").append(cause.getClass().getName());
      if (cause.getMessage() != null) {
        text.append(clean.apply(cause.getMessage()));
      }
      StackTraceElement[] trace = cause.getStackTrace();
      if (trace.length > 0) {
        text.append(" (").append(trace[0]).append(')');
      }
      cause = cause.getCause();
    }
    return text.toString();
  }

  private static List<String> longestFirst(Message message) {
    Set<String> kind = message instanceof MenuEvent ? KIND_OF_CLICK : KIND;
    return message.elements().leavesWithout(kind).stream()
        .map(String::strip)
        .filter(leaf -> leaf.length() > 1)
        .flatMap(Causes::forms)
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  /** A text as it is, and as it may stand in a URL. */
  private static Stream<String> forms(String text) {
    String inQuery = URLEncoder.encode(text, UTF_8);
    String inPath = inQuery.replace("+", "%20");
    return Stream.of(text, inQuery, inPath, lowerCase(inQuery), lowerCase(inPath));
  }

  private static String lowerCase(String encoded) {
    return ENCODED.matcher(encoded).replaceAll(code -> code.group().toLowerCase(Locale.ROOT));
  }

  private static String without(List<String> secrets, String text) {
    String clean = text;
    for (String secret : secrets) {
      clean =
          PLAIN_WORD.matcher(secret).matches()
              ? clean.replaceAll(BEGIN + secret + "(?!\\w)", Matcher.quoteReplacement("***"))
              : clean.replace(secret, "***");
    }
    return clean;
  }
}
