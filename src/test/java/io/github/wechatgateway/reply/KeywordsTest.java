package io.github.wechatgateway.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.LogLines;
import io.github.wechatgateway.message.Elements;
import io.github.wechatgateway.message.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {
  @RegisterExtension final LogLines log = new LogLines(ReplyFiles.class);

  private final Path folder;
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

  KeywordsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "hi, hello",
    "' HI ', hello",
    "你好, hello",
    "几点开门？, nine",
    "请问几点开门, nine",
    "the APP please, app",
    "hi app, app",
  })
  void the_first_rule_that_matches_counts(String text, String reply) throws IOException {
    rules(
        """
        [{"keywords": ["你好", "hi"], "match": "exact", "reply": "hello"},
         {"keywords": ["几点开门"], "match": "contains", "reply": "nine"},
         {"keywords": ["app"], "match": "contains", "reply": "app"},
         {"keywords": ["app"], "match": "contains", "reply": "never"}]
        """);

    assertThat(find(text)).isEqualTo(reply);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "hi there", "h", "null"})
  void a_text_without_a_keyword_has_no_answer(String text) throws IOException {
    rules(
        """
        [{"keywords": ["hi"], "match": "exact", "reply": "hello"},
         {"keywords": [""], "match": "contains", "reply": "never"},
         {"keywords": [], "match": "contains", "reply": "never"}]
        """);

    assertThat(find(text)).isNull();
  }

  @Test
  void a_keyword_is_a_text_and_no_pattern() throws IOException {
    rules("[{\"keywords\": [\".*\"], \"match\": \"contains\", \"reply\": \"dot\"}]");

    assertThat(find("anything")).isNull();
    assertThat(find("a .* b")).isEqualTo("dot");
  }

  @Test
  void a_reply_of_any_kind_is_filled() throws IOException {
    rules(
        """
        [{"keywords": ["me"], "match": "exact",
          "reply": {"msgtype": "text", "text": {"content": "${exchangeProperty.wechatUser}"}}}]
        """);
    exchange.setProperty("wechatUser", "oUser");

    assertThat(find("me")).isEqualTo(Map.of("msgtype", "text", "text", Map.of("content", "oUser")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"secret\"",
        "{}",
        "{\"keywords\": \"secret\", \"match\": \"exact\", \"reply\": \"r\"}",
        "{\"keywords\": [\"secret\"], \"match\": \"regex\", \"reply\": \"r\"}",
        "{\"keywords\": [\"secret\"], \"reply\": \"r\"}",
        "{\"keywords\": [\"secret\"], \"match\": \"exact\"}",
        "null",
      })
  void a_rule_of_another_shape_is_told_by_its_number(String rule) throws IOException {
    rules("[{\"keywords\": [\"a\"], \"match\": \"exact\", \"reply\": \"r\"}, " + rule + "]");

    assertThatThrownBy(() -> find("b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            folder.resolve("keywords.json")
                + ", rule 2: another shape (expected: keywords, match as \"exact\" or \"contains\", reply)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[{\"keywords\": [\"hi\"]},]", "[{\"keywords\": [\"hi\"]}]", "{}", "", "["})
  void while_the_list_is_broken_its_last_good_version_answers(String broken) throws IOException {
    Keywords keywords = new Keywords(new ReplyFiles(folder));
    rules("[{\"keywords\": [\"hi\"], \"match\": \"exact\", \"reply\": \"hello\"}]");
    assertThat(keywords.find("hi", exchange)).isEqualTo("hello");

    rules(broken);
    assertThat(keywords.find("hi", exchange)).isEqualTo("hello");
    assertThat(keywords.find("hi", exchange)).isEqualTo("hello");
    assertThat(log.lines())
        .singleElement()
        .asString()
        .contains("keywords.json")
        .startsWith("ERROR ")
        .endsWith(". Its last good version is used.");

    rules("[{\"keywords\": [\"hi\"], \"match\": \"exact\", \"reply\": \"mended\"}]");
    Files.setLastModifiedTime(
        folder.resolve("keywords.json"), FileTime.from(Instant.now().plusSeconds(1)));
    assertThat(keywords.find("hi", exchange)).isEqualTo("mended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"营业 时间", " 营业\u3000时间 ", "\u00A0营业  时间\u3000"})
  void white_space_around_words_makes_no_difference(String text) throws IOException {
    rules("[{\"keywords\": [\"营业 时间\"], \"match\": \"exact\", \"reply\": \"nine\"}]");

    assertThat(find(text)).isEqualTo("nine");
  }

  @Test
  void rules_stand_in_a_list() throws IOException {
    rules("{\"keywords\": [\"a\"]}");

    assertThatThrownBy(() -> find("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(folder.resolve("keywords.json") + ": not a list (expected: a list of rules)");
  }

  private void rules(String json) throws IOException {
    Files.writeString(folder.resolve("keywords.json"), json);
  }

  private static Text text(String content) {
    return new Text(new Elements(Map.of("Content", content)));
  }

  private @Nullable Object find(String text) {
    return new Keywords(new ReplyFiles(folder)).find(text(text).words(), exchange);
  }
}
