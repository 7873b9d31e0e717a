package io.github.wechatgateway.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.config.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenRepliesTest {
  private final Path folder;

  BrokenRepliesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void the_files_that_ship_are_right() {
    assertThat(BrokenReplies.in(new ReplyFiles(Path.of("config", "replies")))).isEmpty();
  }

  @Test
  void every_broken_file_is_told_those_in_folders_too() throws IOException {
    write("a.json", "{\n  \"msgtype\": \"text\",\n}");
    write("click/key.txt", "\n");
    write("click/right.txt", "right");
    write("keywords.json", "[{\"keywords\": [\"hi\"], \"match\": \"exact\"}]");

    assertThat(problems())
        .containsExactly(
            "a.json, line 3, column 1: not JSON (expected: WeChat's customer-service shape)",
            "click/key.txt: empty (expected: a text)",
            "keywords.json, rule 1: another shape (expected: keywords, match as \"exact\" or \"contains\", reply)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"msgtype\":\"txt\"} | , msgtype: unknown",
        "{\"text\":{}} | , msgtype: missing",
        "{\"msgtype\":\"news\",\"news\":{\"articles\":[1]}} | , news.articles[0]: not an object",
        "[] | : neither an object nor a text",
        "1 | : neither an object nor a text",
        "null | : empty",
      })
  void json_that_is_no_reply_is_told_by_its_field(String json, String found) throws IOException {
    write("a.json", json);

    assertThat(problems()).singleElement().asString().startsWith("a.json" + found + " (expected: ");
  }

  @Test
  void a_reply_in_the_list_of_keywords_is_looked_at_too() throws IOException {
    write(
        "keywords.json",
        "[{\"keywords\": [\"hi\"], \"match\": \"exact\", \"reply\": {\"msgtype\": \"image\"}}]");

    assertThat(problems())
        .containsExactly("keywords.json, rule 1, image: missing (expected: an object)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.json"})
  void a_file_in_another_encoding_is_told(String name) throws IOException {
    Files.write(folder.resolve(name), "\"你好\"".getBytes(Charset.forName("GBK")));

    assertThat(problems())
        .containsExactly(name + ": not readable (expected: a file of UTF-8 text)");
  }

  @Test
  void what_is_not_to_be_had_is_told() throws IOException {
    write("a.txt", "\n${body.content}\n\n ${env:SECRET} \n${body.content}\n");
    write("b.json", "{\n  \"a\": \"${body.content}\",\n  \"b\": \"${body\"\n}");

    assertThat(problems())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("a.txt, line 4: ${env…} (expected: "),
            second -> assertThat(second).startsWith("b.json, line 3: ${body…} (expected: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", ".hidden.json", "..data/a.json", "picture.png"})
  void other_files_are_left_alone(String name) throws IOException {
    write(name, "");

    assertThat(problems()).isEmpty();
  }

  @Test
  void without_a_folder_nothing_is_wrong() {
    assertThat(BrokenReplies.in(new ReplyFiles(folder.resolve("none")))).isEmpty();
  }

  private List<String> problems() {
    return BrokenReplies.in(new ReplyFiles(folder)).stream()
        .map(Problem::toString)
        .map(problem -> problem.replace(folder + "/", ""))
        .toList();
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, StandardCharsets.UTF_8);
  }
}
