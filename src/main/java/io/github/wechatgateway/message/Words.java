package io.github.wechatgateway.message;

import java.util.regex.Pattern;

/** What a user wrote, as it is compared: phones put spaces where nobody sees them. */
public final class Words {
  /** That of Unicode, the full-width space among it. */
  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private Words() {}

  /** The words of a text, with one space between them and no other white space. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (mayBeWhite(text.charAt(i))) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
      }
    }
    return text;
  }

  /** Quicker than the pattern, which knows; most texts have none. */
  private static boolean mayBeWhite(int c) {
    return c <= ' ' || c == 0x85 || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
