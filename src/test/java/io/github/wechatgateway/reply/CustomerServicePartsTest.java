package io.github.wechatgateway.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that is too long for one message. */
class CustomerServicePartsTest {
  @Test
  void a_long_text_goes_as_several_messages() throws Exception {
    String text = "你好 😀".repeat(400);

    CustomerServiceMessages messages = messages(new Reply.Text(text), 3);

    assertThat(messages.cut()).isFalse();
    assertThat(texts(messages)).hasSize(3);
    assertThat(String.join("", texts(messages))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"a, 3, 6145", "你, 3, 2047", "a, 1, 2049", "😀, 2, 5000"})
  void a_text_that_is_longer_still_is_cut_and_ends_with_an_ellipsis(
      String character, int maxParts, int times) throws Exception {
    String text = character.repeat(times);

    CustomerServiceMessages messages = messages(new Reply.Text(text), maxParts);

    assertThat(messages.cut()).isTrue();
    assertThat(texts(messages)).hasSize(maxParts);
    assertThat(texts(messages).get(maxParts - 1)).endsWith(character + "…");
    assertThat(text).startsWith(String.join("", texts(messages)).replace("…", ""));
    assertThat(texts(messages))
        .allSatisfy(
            part ->
                assertThat(part.getBytes(StandardCharsets.UTF_8))
                    .hasSizeBetween(2040, TextParts.MAX_BYTES));
  }

  @ParameterizedTest
  @CsvSource({"a, 6144", "你, 2046", "😀, 1536"})
  void a_text_that_just_fits_is_whole(String character, int times) throws Exception {
    CustomerServiceMessages messages = messages(new Reply.Text(character.repeat(times)), 3);

    assertThat(messages.cut()).isFalse();
    assertThat(String.join("", texts(messages))).isEqualTo(character.repeat(times));
  }

  @Test
  void a_part_of_which_nothing_is_seen_is_not_sent() throws Exception {
    String text = " ".repeat(3 * 2048) + "end";

    assertThat(texts(messages(new Reply.Text(text), 3))).containsExactly("end");
  }

  @Test
  void each_article_goes_as_a_message_of_its_own() throws Exception {
    CustomerServiceMessages messages = messages(news(3), 3);

    assertThat(messages.cut()).isFalse();
    assertThat(titles(messages)).containsExactly("title 0", "title 1", "title 2");
  }

  @Test
  void articles_beyond_the_most_that_an_answer_may_be_are_left_out() throws Exception {
    CustomerServiceMessages messages = messages(news(8), 2);

    assertThat(messages.cut()).isTrue();
    assertThat(titles(messages)).containsExactly("title 0", "title 1");
  }

  @Test
  void every_message_names_the_user() throws Exception {
    assertThat(json(messages(news(3), 3)))
        .allSatisfy(message -> assertThat(message.path("touser").asText()).isEqualTo("oUser"));
  }

  @Test
  void no_article_hides_a_wrong_one() {
    Reply news =
        new Reply.News(
            List.of(new Reply.Article("a", "", "", ""), new Reply.Article("", "", "", "")));

    assertThatThrownBy(() -> messages(news, 1)).isInstanceOf(BadReply.class);
  }

  private static Reply news(int articles) {
    return new Reply.News(
        IntStream.range(0, articles)
            .mapToObj(i -> new Reply.Article("title " + i, "", "", ""))
            .toList());
  }

  private static CustomerServiceMessages messages(Reply reply, int maxParts) throws BadReply {
    return new CustomerServiceJson(maxParts).messages(reply, "oUser", "");
  }

  private static List<String> texts(CustomerServiceMessages messages) throws IOException {
    return json(messages).stream().map(it -> it.at("/text/content").asText()).toList();
  }

  private static List<String> titles(CustomerServiceMessages messages) throws IOException {
    return json(messages).stream()
        .peek(it -> assertThat(it.at("/news/articles").size()).isEqualTo(1))
        .map(it -> it.at("/news/articles/0/title").asText())
        .toList();
  }

  private static List<JsonNode> json(CustomerServiceMessages messages) throws IOException {
    List<JsonNode> json = new ArrayList<>();
    for (byte[] body : messages.bodies()) {
      json.add(new ObjectMapper().readTree(body));
    }
    return json;
  }
}
