package io.github.wechatgateway.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    List<String> parts = new ArrayList<>();
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int from = 0;
    int bytes = 0;
    int start = characters.first();
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      int more = text.substring(start, end).getBytes(UTF_8).length;
      if (bytes + more > MAX_BYTES && start > from) {
        parts.add(text.substring(from, start));
        from = start;
        bytes = 0;
      }
      bytes += more;
      start = end;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
