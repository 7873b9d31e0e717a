package io.github.wechatgateway.reply;

/** Which characters of a text can travel, and which of them a user sees. */
final class Characters {
  private Characters() {}

  /**
   * XML has no way to write some characters, control characters and halves of pairs among them:
   * they are left out. JSON could only escape them, and WeChat shows the escape as it is.
   */
  static String allowed(String text) {
    if (isAllowed(text)) {
      return text;
    }
    return text.codePoints()
        .filter(Characters::isAllowed)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether the user sees anything of a text once it is on its way. */
  static boolean isVisible(String text) {
    return text.codePoints().filter(Characters::isAllowed).anyMatch(Characters::isVisible);
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && type != Character.CONTROL
        && type != Character.FORMAT;
  }

  /** A loop, not a stream: every text of every reply comes through here. */
  private static boolean isAllowed(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (!isAllowed(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
