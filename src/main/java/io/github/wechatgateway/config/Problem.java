package io.github.wechatgateway.config;

import java.util.Locale;

/**
 * One thing that keeps the gateway from starting.
 *
 * @param where the key, or the file and line
 * @param found the shape of what is there: never its value, which may be a secret
 * @param expected the rule
 */
public record Problem(String where, String found, String expected) {

  @Override
  public String toString() {
    return "%s: %s (expected: %s)".formatted(where, found, expected);
  }

  /** Whether it is of this key, which Camel writes in more ways than one. */
  public boolean isOf(String key) {
    return plain(where).equals(plain(key));
  }

  private static String plain(String key) {
    return key.replace("-", "").toLowerCase(Locale.ROOT);
  }

  /** Says what a value looks like without telling it: {@code 42 characters: letters, digits}. */
  static String shapeOf(String value) {
    if (value.isEmpty()) {
      return "empty";
    }
    StringBuilder kinds = new StringBuilder();
    note(kinds, "letters", value.chars().anyMatch(Problem::isLetter));
    note(kinds, "digits", value.chars().anyMatch(Problem::isDigit));
    note(kinds, "white space", value.chars().anyMatch(Character::isWhitespace));
    note(
        kinds,
        "other characters",
        value.chars().anyMatch(c -> !isLetter(c) && !isDigit(c) && !Character.isWhitespace(c)));
    int length = value.codePointCount(0, value.length());
    return "%d character%s: %s".formatted(length, length == 1 ? "" : "s", kinds);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static void note(StringBuilder kinds, String kind, boolean present) {
    if (present) {
      kinds.append(kinds.isEmpty() ? "" : ", ").append(kind);
    }
  }
}
