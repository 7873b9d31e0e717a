package io.github.wechatgateway.wechat.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a file in an upload, which WeChat takes with an extension only (40113 otherwise). */
final class MediaName {
  /** In UTF-8; longer than any name that a user would read. */
  private static final int MAX_BYTES = 120;

  /** Characters that are looked at, from the end: no name that means anything has as many. */
  private static final int MAX_GIVEN = 1000;

  private static final Pattern FOLDERS = Pattern.compile("\\A.*[/\\\\]", Pattern.DOTALL);

  /** Control characters, those that turn the direction of writing, halves of pairs. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  /** What has a meaning of its own in a header or in a path. */
  private static final Pattern UNSAFE = Pattern.compile("[\"'`:*?<>|;%]");

  private MediaName() {}

  /**
   * The name for an upload.
   *
   * @param given may be anything, empty too
   */
  static String of(String given, MediaType type, MediaFormat format) {
    return of(given, type.toString(), Optional.of(format));
  }

  /**
   * The name without folders and without what could be misread; letters of all scripts stay.
   *
   * @param given may be anything, empty too
   * @param otherwise what it is called where nothing is left of that
   * @param format where it is known, the name has its extension
   */
  static String of(String given, String otherwise, Optional<MediaFormat> format) {
    String end = given.substring(Math.max(0, given.length() - MAX_GIVEN));
    String name = Normalizer.normalize(end, Normalizer.Form.NFC);
    name = FOLDERS.matcher(name).replaceFirst("");
    name = INVISIBLE.matcher(name).replaceAll("");
    name = UNSAFE.matcher(name).replaceAll("_");
    name = withoutEnd(name);
    boolean named = format.isPresent() && format.get().isNamed(name);
    int dot = named ? name.lastIndexOf('.') : name.length();
    String extension = named ? name.substring(dot) : format.map(it -> "." + it).orElse("");
    String base = withoutBegin(withoutEnd(name.substring(0, dot)));
    return (base.isEmpty() ? otherwise : cut(base, MAX_BYTES - extension.length())) + extension;
  }

  /** In one pass: a pattern would try each space of a long row anew. */
  private static String withoutEnd(String name) {
    int end = name.length();
    while (end > 0 && isEdge(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end);
  }

  private static String withoutBegin(String name) {
    int begin = 0;
    while (begin < name.length() && isEdge(name.charAt(begin))) {
      begin++;
    }
    return name.substring(begin);
  }

  /** What no name needs at its ends. */
  private static boolean isEdge(char c) {
    return c == '.' || Character.isSpaceChar(c);
  }

  private static String cut(String name, int maxBytes) {
    StringBuilder cut = new StringBuilder();
    int bytes = 0;
    for (int c : name.codePoints().toArray()) {
      bytes += Character.toString(c).getBytes(UTF_8).length;
      if (bytes > maxBytes) {
        break;
      }
      cut.appendCodePoint(c);
    }
    return cut.toString();
  }
}
