package io.github.wechatgateway.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** A file of settings, read before Camel reads it: Camel does not tell which file is malformed. */
public final class PropertyFile {
  /** What else can be wrong with such a file; two backslashes are a character. */
  private static final Pattern MALFORMED =
      Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u(?![0-9a-fA-F]{4})");

  /** In UTF-8, as Windows' editors put it before a text; each of its bytes is a character here. */
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private PropertyFile() {}

  /** What is wrong with it; nothing where there is no file. */
  public static Optional<Problem> problem(String path) {
    Path file = Path.of(path);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      return Optional.of(new Problem(path, "not readable", "a file that this user may read"));
    }
    if (text.startsWith(BYTE_ORDER_MARK)) { // it would be a part of the first key
      return Optional.of(
          new Problem(path + ":1", "a byte order mark (BOM)", "a file that is saved without one"));
    }
    try {
      new Properties().load(new StringReader(text));
      return Optional.empty();
    } catch (IOException | IllegalArgumentException malformed) {
      return Optional.of(
          new Problem(path + line(text), "a malformed \\u", "\\u and four hexadecimal digits"));
    }
  }

  private static String line(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.startsWith("#") && !line.startsWith("!") && MALFORMED.matcher(line).find()) {
        return ":" + (i + 1);
      }
    }
    return "";
  }
}
