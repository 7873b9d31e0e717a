package io.github.wechatgateway.reply;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a text that is too long for one message, between characters as a reader sees them. */
final class TextParts {
  /** What WeChat takes in one text, in bytes of UTF-8. */
  static final int MAX_BYTES = 2048;

  private TextParts() {}

  static List<String> of(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    List<String> parts = new ArrayList<>();
    int from = 0;
    do {
      int end = fitting(text, from);
      int whole = characters.isBoundary(end) ? end : characters.preceding(end);
      if (whole > from) { // else one character, with all its accents, is too long
        end = whole;
      }
      parts.add(text.substring(from, end));
      from = end;
    } while (from < text.length());
    return parts;
  }

  /** How far a part reaches that begins here. */
  private static int fitting(String text, int from) {
    int bytes = 0;
    int end = from;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes > MAX_BYTES) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }
}
