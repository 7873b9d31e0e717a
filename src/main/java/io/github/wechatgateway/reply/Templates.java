package io.github.wechatgateway.reply;

import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Language;
import org.jspecify.annotations.Nullable;

/**
 * What may be filled into a reply file: of Camel's Simple language, the fields of the message
 * ({@code ${body.label}}, {@code ${body.field('X')}}, {@code ${body.content.substring(3)}}), the
 * date ({@code ${date:now:yyyy-MM-dd}}) and the properties that handlers are promised ({@code
 * ${exchangeProperty.wechatUser}}). All else of Simple leads to settings, secrets or programs, and
 * is refused when the file is read.
 *
 * <p>What stands around the {@code ${…}} is no program: Simple does not see it.
 */
final class Templates {
  private static final String VALUE = "(?:-?\\d+|true|false|'[^'${}]*'|\"[^\"${}]*\")";

  /** Any way from an object to what is in it, but for its class, which leads everywhere. */
  private static final String WAY =
      "(?:\\??\\.(?!(?i:(?:get)?class)\\b)[A-Za-z_][A-Za-z0-9_]*"
          + "(?:\\((?:VALUE(?:\\s*,\\s*VALUE)*)?\\))?|\\[(?:\\d+|last(?:-\\d+)?)\\])*"
              .replace("VALUE", VALUE);

  private static final Pattern ALLOWED =
      Pattern.compile(
          "\\$\\{(?:body"
              + WAY
              + "|exchangeProperty\\.wechat(?:Account|User|MessageKey|MsgType|Event)"
              + WAY
              + "|date:(?:now|exchangeCreated)(?:[+-]\\d+[smhd]?)*(?::(?<pattern>[^${}]+))?)\\}");

  private static final Pattern KIND = Pattern.compile("\\$\\{[A-Za-z-]*");

  private Templates() {}

  /**
   * Looks at all texts of a file.
   *
   * @param raw the file as it is written
   * @throws BrokenReplyFile if one asks for what is not to be had
   */
  static void check(Path file, String raw, Object content) {
    if (content instanceof String text) {
      checkText(file, raw, text);
    } else if (content instanceof Map<?, ?> map) {
      map.values().stream().filter(Objects::nonNull).forEach(value -> check(file, raw, value));
    } else if (content instanceof List<?> list) {
      list.stream().filter(Objects::nonNull).forEach(item -> check(file, raw, item));
    }
  }

  private static void checkText(Path file, String raw, String text) {
    Matcher allowed = ALLOWED.matcher(text);
    Matcher kind = KIND.matcher(text);
    int end = 0;
    while (kind.find(end)) {
      allowed.region(kind.start(), text.length());
      if (!allowed.lookingAt() || !isDate(allowed.group("pattern"))) {
        throw new BrokenReplyFile(
            file + line(raw, text.substring(kind.start())),
            kind.group() + "…}",
            "${body.…}, ${date:now:…}, ${exchangeProperty.wechatUser} …");
      }
      end = allowed.end();
    }
  }

  /** Where a text goes on like this up to the line's end, or to what JSON may write differently. */
  private static String line(String raw, String text) {
    String start = text.split("[\"\\\\\r\n]", 2)[0];
    Matcher found = Pattern.compile(Pattern.quote(start) + "(?=[\"\\\\\r\n]|\\s*$)").matcher(raw);
    return found.find() ? ", line " + raw.substring(0, found.end()).lines().count() : "";
  }

  private static boolean isDate(@Nullable String pattern) {
    try {
      return pattern == null || !new SimpleDateFormat(pattern, Locale.ROOT).toPattern().isEmpty();
    } catch (IllegalArgumentException otherLetters) {
      return false;
    }
  }

  /** Fills in a text that was looked at; what comes in is not looked at again. */
  static String fill(String text, Exchange exchange) {
    if (!text.contains("${")) {
      return text;
    }
    Language simple = exchange.getContext().resolveLanguage("simple");
    return ALLOWED
        .matcher(text)
        .replaceAll(
            found -> {
              String value =
                  simple.createExpression(found.group()).evaluate(exchange, String.class);
              return Matcher.quoteReplacement(Objects.requireNonNullElse(value, ""));
            });
  }
}
