package io.github.wechatgateway.reply;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text that is too long for one message, between characters as a reader sees them. */
final class TextParts {
  /** What WeChat takes in one text, in bytes of UTF-8. */
  static final int MAX_BYTES = 2048;

  private static final String ELLIPSIS = "…";
  private static final int ELLIPSIS_BYTES = 3;
  private static final int JOINER = 0x200D;
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private TextParts() {}

  static List<String> of(String text) {
    return of(text, MAX_BYTES);
  }

  /** The beginning of a part, as much of it as leaves room for the ellipsis that follows. */
  static String cut(String part) {
    return of(part, MAX_BYTES - ELLIPSIS_BYTES).get(0) + ELLIPSIS;
  }

  private static List<String> of(String text, int maxBytes) {
    if (fitting(text, 0, maxBytes) == text.length()) {
      return List.of(text);
    }
    BitSet ends = ends(text);
    List<String> parts = new ArrayList<>();
    int from = 0;
    do {
      int end = fitting(text, from, maxBytes);
      int whole = ends.previousSetBit(end);
      if (whole > from) { // else one character, with all its accents, is too long
        end = whole;
      }
      parts.add(text.substring(from, end));
      from = end;
    } while (from < text.length());
    return parts;
  }

  /**
   * Where characters end as a reader sees them. Java's two ways to find out each know some that the
   * other does not.
   */
  private static BitSet ends(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    BitSet ends = new BitSet(text.length() + 1);
    Matcher character = CHARACTER.matcher(text);
    while (character.find()) {
      int end = character.end();
      if (end == text.length() || (characters.isBoundary(end) && !isJoined(text, end))) {
        ends.set(end);
      }
    }
    return ends;
  }

  private static boolean isJoined(String text, int at) {
    int next = text.codePointAt(at);
    return text.codePointBefore(at) == JOINER
        || next == JOINER
        || (next >= 0xFE00 && next <= 0xFE0F) // variation selectors
        || (next >= 0xE0100 && next <= 0xE01EF)
        || (next >= 0x1F3FB && next <= 0x1F3FF); // skin tones
  }

  /** How far a part reaches that begins here. */
  private static int fitting(String text, int from, int maxBytes) {
    int bytes = 0;
    int end = from;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes > maxBytes) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }
}
