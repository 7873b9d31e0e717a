package io.github.wechatgateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of Markdown. */
public record Document(Path path, String text) {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```(\\w*)\\R(.*?)^ *```$");
  private static final Pattern HEADING = Pattern.compile("(?m)^(#+) (.*)$");
  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final String CHINESE = ".zh-CN.md";

  /** What stands between fences, without the indentation of the fence. */
  public record Block(Path document, String language, String code) {
    /** Without comments, which are written in the document's language. */
    public String withoutComments() {
      return code.replaceAll("(?m)(^| +)# .*$", "").replaceAll("(?m)\\h+$", "");
    }

    @Override
    public String toString() {
      return document + ": " + code.lines().findFirst().orElse("");
    }
  }

  /** A heading, by its depth and as GitHub names it in links. */
  record Heading(int depth, String anchor) {
    static Heading of(MatchResult found) {
      String name =
          found
              .group(2)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N}_ -]", "")
              .replace(' ', '-');
      return new Heading(found.group(1).length(), name);
    }
  }

  static List<Document> all() {
    try (Stream<Path> here = Files.list(Path.of(""));
        Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(here, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(Document::of)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Document> english() {
    return all().stream()
        .filter(each -> !each.isChinese() && !each.path.endsWith("CHANGELOG.md"))
        .toList();
  }

  public static Document of(Path path) {
    try {
      return new Document(path, Files.readString(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Document inChinese() {
    return of(Path.of(path.toString().replaceFirst("\\.md$", CHINESE)));
  }

  boolean isChinese() {
    return path.toString().endsWith(CHINESE);
  }

  public List<Block> blocks() {
    return BLOCK
        .matcher(text)
        .results()
        .map(found -> new Block(path, found.group(2), dedented(found.group(3), found.group(1))))
        .toList();
  }

  List<Heading> headings() {
    return HEADING.matcher(BLOCK.matcher(text).replaceAll("")).results().map(Heading::of).toList();
  }

  List<String> links() {
    return LINK.matcher(BLOCK.matcher(text).replaceAll(""))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** Rows of tables. */
  long rows() {
    return BLOCK.matcher(text).replaceAll("").lines().filter(line -> line.startsWith("|")).count();
  }

  private static String dedented(String code, String by) {
    return code.replaceAll("(?m)^" + by, "");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
