package io.github.wechatgateway.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.LogLines;
import io.github.wechatgateway.message.Elements;
import io.github.wechatgateway.message.Text;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyFilesTest {
  @RegisterExtension final LogLines log = new LogLines(ReplyFiles.class);

  private final Path folder;
  private final ReplyFiles files;
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

  ReplyFilesTest(@TempDir Path folder) {
    this.folder = folder;
    files = new ReplyFiles(folder);
  }

  @BeforeEach
  void a_user_says_hello() {
    says("hello");
  }

  @Test
  void a_text_file_is_a_text_without_the_space_around_it() throws IOException {
    write("welcome.txt", "\n 你好\n欢迎 \n\n");

    assertThat(files.read("welcome.txt", exchange)).isEqualTo("你好\n欢迎");
  }

  @Test
  void a_json_file_is_what_it_says() throws IOException {
    write("a.json", "{\"msgtype\":\"news\",\"news\":{\"articles\":[{\"title\":\"t\",\"n\":1}]}}");

    assertThat(files.read("a.json", exchange))
        .isEqualTo(
            Map.of(
                "msgtype",
                "news",
                "news",
                Map.of("articles", List.of(Map.of("title", "t", "n", 1)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.json"})
  void a_byte_order_mark_makes_no_difference(String name) throws IOException {
    write(name, "\uFEFF\"hello\"");

    assertThat(files.read(name, exchange).toString()).doesNotStartWith("\uFEFF").contains("hello");
  }

  @Test
  void a_null_is_left_out() throws IOException {
    write("a.json", "{\"msgtype\":\"text\",\"text\":null,\"list\":[null,\"a\"]}");

    assertThat(files.read("a.json", exchange))
        .isEqualTo(Map.of("msgtype", "text", "list", List.of("a")));
  }

  @Test
  void a_changed_file_counts_at_once() throws IOException {
    Path file = folder.resolve("a.txt");
    FileTime now = FileTime.from(Instant.now());
    write("a.txt", "one");
    Files.setLastModifiedTime(file, now);
    assertThat(files.read("a.txt", exchange)).isEqualTo("one");

    write("a.txt", "two");
    Files.setLastModifiedTime(file, now); // the clocks of some file systems are slow

    assertThat(files.read("a.txt", exchange)).isEqualTo("two");
  }

  @Test
  void a_file_that_has_not_changed_is_not_read_again() throws IOException {
    write("a.json", "{}");
    Files.setLastModifiedTime(folder.resolve("a.json"), FileTime.from(Instant.EPOCH));

    assertThat(files.content("a.json")).isSameAs(files.content("a.json"));
  }

  @Test
  void an_older_file_in_its_place_counts_too() throws IOException {
    write("a.txt", "new");
    assertThat(files.read("a.txt", exchange)).isEqualTo("new");

    write("a.txt", "old");
    Files.setLastModifiedTime(folder.resolve("a.txt"), FileTime.from(Instant.EPOCH));

    assertThat(files.read("a.txt", exchange)).isEqualTo("old");
  }

  @Test
  void bad_json_is_told_by_file_line_and_column() throws IOException {
    write("bad.json", "{\n  \"msgtype\": \"text\",\n  \"secret\" \"text\"\n}");

    assertThatThrownBy(() -> files.read("bad.json", exchange))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            folder.resolve("bad.json")
                + ", line 3, column 12: not JSON (expected: WeChat's customer-service shape)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"msgtype\":\"text\"} {}", "{\"msgtype\":\"text\"},", "hello"})
  void half_of_a_json_file_is_not_taken(String json) throws IOException {
    write("bad.json", json);

    assertThatThrownBy(() -> files.read("bad.json", exchange))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(folder.resolve("bad.json") + ", line 1, column ")
        .hasMessageEndingWith(": not JSON (expected: WeChat's customer-service shape)");
  }

  @Test
  void a_missing_file_is_told_by_its_name() {
    assertThatThrownBy(() -> files.read("none.txt", exchange))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(folder.resolve("none.txt") + ": not readable (expected: a file of UTF-8 text)");
  }

  @Test
  void a_file_in_another_encoding_is_told_by_its_name() throws IOException {
    Files.write(folder.resolve("gbk.txt"), "你好".getBytes(Charset.forName("GBK")));

    assertThatThrownBy(() -> files.read("gbk.txt", exchange))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(folder.resolve("gbk.txt") + ": not readable (expected: a file of UTF-8 text)");
  }

  private void says(String content) {
    exchange
        .getMessage()
        .setBody(
            new Text(
                new Elements(Map.of("ToUserName", "gh", "MsgType", "text", "Content", content))));
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content.getBytes(UTF_8));
  }

  @Test
  void while_a_file_is_broken_its_last_good_version_answers() throws IOException {
    write("a.json", "{\"msgtype\":\"text\"}");
    Object good = files.read("a.json", exchange);

    write("a.json", "{\"msgtype\":\"text\",}");
    assertThat(files.read("a.json", exchange)).isEqualTo(good);
    assertThat(files.read("a.json", exchange)).isEqualTo(good);
    assertThat(log.lines())
        .containsExactly(
            "ERROR "
                + folder.resolve("a.json")
                + ", line 1, column 19: not JSON (expected: WeChat's customer-service shape)."
                + " Its last good version is used.");

    write("a.json", "{\"msgtype\":\"image\"}");
    assertThat(files.read("a.json", exchange)).isEqualTo(Map.of("msgtype", "image"));
  }

  @Test
  void what_is_wrong_with_a_file_is_logged_once_for_each_change() throws IOException {
    Path file = folder.resolve("a.txt");
    write("a.txt", "good");
    files.read("a.txt", exchange);

    for (long second = 0; second < 3; second++) {
      write("a.txt", "");
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
      assertThat(files.read("a.txt", exchange)).isEqualTo("good");
      assertThat(files.read("a.txt", exchange)).isEqualTo("good");
    }
    Files.delete(file);
    assertThat(files.read("a.txt", exchange)).isEqualTo("good");

    assertThat(log.lines()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\uFEFF", "\u3000", "\u200B"})
  void a_text_that_is_empty_from_the_beginning_is_a_bad_reply(String content) throws IOException {
    write("a.txt", content);

    assertBadReply("a.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \""})
  void json_that_is_empty_from_the_beginning_is_a_bad_reply(String content) throws IOException {
    write("a.json", content);

    assertBadReply("a.json");
  }

  /** An empty text is one; what is wrong with its file is logged once. */
  private void assertBadReply(String name) {
    assertThat(files.read(name, exchange)).isEqualTo(new Reply.Text(""));
    assertThat(files.read(name, exchange)).isEqualTo(new Reply.Text(""));
    assertThat(log.lines())
        .containsExactly(
            "ERROR " + folder.resolve(name) + ": empty (expected: a text). The user sees nothing.");
  }
}
