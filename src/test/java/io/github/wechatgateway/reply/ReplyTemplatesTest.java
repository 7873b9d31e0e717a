package io.github.wechatgateway.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.message.Elements;
import io.github.wechatgateway.message.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is filled into the files, and what comes of the keys of menu items. */
class ReplyTemplatesTest {
  private final Path folder;
  private final ReplyFiles files;
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

  ReplyTemplatesTest(@TempDir Path folder) {
    this.folder = folder;
    files = new ReplyFiles(folder);
  }

  @BeforeEach
  void a_user_says_hello() {
    says("hello");
  }

  @Test
  void templates_are_filled() throws IOException {
    write("a.txt", "You said ${body.content} to ${body.toUserName}.");
    write(
        "a.json",
        "{\"msgtype\":\"text\",\"text\":{\"content\":\"${body.content}\"},\"l\":[\"${body.msgType}\"]}");

    assertThat(files.read("a.txt", exchange)).isEqualTo("You said hello to gh.");
    assertThat(files.read("a.json", exchange))
        .isEqualTo(
            Map.of("msgtype", "text", "text", Map.of("content", "hello"), "l", List.of("text")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"${body.msgType}", "$simple{body}", "{{wechat.x}}", "\"}, {", "\\n", "${", "#{x}"})
  void what_the_user_typed_is_not_evaluated(String typed) throws IOException {
    says(typed);
    write("a.txt", "${body.content}");
    write("b.txt", "You said ${body.content}!");
    write("a.json", "{\"text\":\"${body.content}\"}");

    assertThat(files.read("a.txt", exchange)).isEqualTo(typed);
    assertThat(files.read("b.txt", exchange)).isEqualTo("You said " + typed + "!");
    assertThat(files.read("a.json", exchange)).isEqualTo(Map.of("text", typed));
  }

  @Test
  void a_click_is_answered_by_the_file_of_its_key() throws IOException {
    write("click/a_1.txt", "one");
    write("click/B-2.json", "{\"msgtype\":\"text\"}");

    assertThat(files.click("a_1", exchange)).isEqualTo("one");
    assertThat(files.click("B-2", exchange)).isEqualTo(Map.of("msgtype", "text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "", "../secret", "..%2Fsecret", "/etc/hostname", "a/b", ".", "a\0", "按钮"})
  void a_click_with_any_other_key_leads_nowhere_else(String key) throws IOException {
    write("secret.txt", "secret");
    write("click/a/b.txt", "secret");
    write("click/not-open-yet.txt", "soon");

    assertThat(files.click(key, exchange)).isEqualTo("soon");
  }

  @Test
  void the_first_article_stays_alone() {
    Map<String, Object> news =
        Map.of("msgtype", "news", "news", Map.of("articles", List.of("a", "b")));

    assertThat(files.firstArticle(news))
        .isEqualTo(Map.of("msgtype", "news", "news", Map.of("articles", List.of("a"))));
    assertThat(files.firstArticle(Map.of("msgtype", "news")))
        .isEqualTo(Map.of("msgtype", "news", "news", Map.of("articles", List.of())));
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
}
