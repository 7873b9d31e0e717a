package io.github.wechatgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents as texts: links, and both languages in step. */
class DocumentsTest {
  static List<Document> all() {
    return Document.all();
  }

  static List<Document> english() {
    return Document.english();
  }

  @ParameterizedTest
  @MethodSource("all")
  void what_it_links_to_is_there(Document document) {
    assertThat(document.links())
        .filteredOn(link -> !link.startsWith("http"))
        .allSatisfy(link -> assertThat(isThere(document, link)).as(link).isTrue());
  }

  private static boolean isThere(Document from, String link) {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? from.path() : from.path().resolveSibling(parts[0]).normalize();
    return Files.exists(file)
        && (parts.length == 1
            || Document.of(file).headings().stream().anyMatch(it -> it.anchor().equals(parts[1])));
  }

  @ParameterizedTest
  @MethodSource("english")
  void it_says_the_same_in_chinese(Document english) {
    Document chinese = english.inChinese();

    assertThat(chinese.headings().stream().map(Document.Heading::depth))
        .containsExactlyElementsOf(
            english.headings().stream().map(Document.Heading::depth).toList());
    assertThat(code(chinese)).containsExactlyElementsOf(code(english).toList());
    assertThat(chinese.rows()).isEqualTo(english.rows());
    assertThat(targets(chinese)).containsExactlyInAnyOrderElementsOf(targets(english).toList());
  }

  /** What the languages share of them: a diagram or a log is not told twice. */
  private static Stream<String> code(Document document) {
    return document.blocks().stream()
        .filter(block -> !block.language().isEmpty())
        .map(Document.Block::withoutComments);
  }

  /** Whatever the language, and without the place in the document. */
  private static Stream<String> targets(Document document) {
    return document.links().stream()
        .map(link -> link.replace(".zh-CN", "").replaceFirst("#.*", ""))
        .filter(link -> !link.isEmpty())
        .distinct();
  }
}
