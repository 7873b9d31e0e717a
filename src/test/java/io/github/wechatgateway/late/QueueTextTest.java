package io.github.wechatgateway.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QueueTextTest {
  private static final String USER = "oUser1";
  private static final String CONTENT = "天气 \"?\"";

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            QueueText.LATE,
            new LateMessage("shop", "k1", "<xml>" + CONTENT + "</xml>", 2, 1, 3, 1790000000123L),
            """
            {"v":1,"account":"shop","key":"k1","xml":"<xml>天气 \\"?\\"</xml>","tries":2,\
            "attempts":1,"leases":3,"since":1790000000123}"""),
        Arguments.of(
            QueueText.OUTBOX,
            new OutboxMessage(
                "k1",
                "shop",
                USER,
                OutboxMessage.Origin.API,
                CONTENT,
                1,
                3,
                1790000000123L,
                "errcode -1"),
            """
            {"v":1,"id":"k1","account":"shop","user":"oUser1",\
            "origin":"API","reply":"天气 \\"?\\"","sent":1,"attempts":3,\
            "since":1790000000123,\
            "lastFailure":"errcode -1"}"""),
        Arguments.of(
            QueueText.DEAD,
            new DeadLetter(
                "k1",
                "shop",
                "wechat.outbox.7",
                CONTENT + USER,
                "no such user",
                40003,
                1,
                1790000000123L),
            """
            {"v":1,"id":"k1","account":"shop","queue":"wechat.outbox.7","message":"天气 \\"?\\"oUser1",\
            "reason":"no such user","errcode":40003,"attempts":1,"time":1790000000123}"""));
  }

  @ParameterizedTest
  @MethodSource("messages")
  <T> void a_message_is_this_text(QueueText<T> text, T message, String json)
      throws UnreadableMessage {
    assertThat(text.write(message)).isEqualTo(json);
    assertThat(text.read(json)).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  <T> void what_a_later_build_adds_is_skipped(QueueText<T> text, T message, String json)
      throws UnreadableMessage {
    String later = json.replace("{\"v\":1,", "{\"v\":1,\"new\":{\"a\":[1]},");

    assertThat(text.read(later)).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  <T> void another_version_is_refused_by_name(QueueText<T> text, T message, String json) {
    assertThatThrownBy(() -> text.read(json.replace("\"v\":1", "\"v\":2")))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessage("v: 2 (expected: 1)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | v: none (expected: 1)",
        "[] | v: none (expected: 1)",
        "'' | v: none (expected: 1)",
        "{\"v\":\"1\"} | v: none (expected: 1)",
        "{\"v\":0} | v: 0 (expected: 1)",
        "{\"v\":1} | no OutboxMessage (expected: all of its fields)",
        "{\"v\":1,\"id\":\"oUser1\"} | no OutboxMessage (expected: all of its fields)",
        "{\"v\":1,\"reply\":[] | no OutboxMessage (expected: all of its fields)",
        "oUser1 | no OutboxMessage (expected: all of its fields)"
      })
  void what_is_no_message_is_refused_without_a_quotation(String text, String problem) {
    assertThatThrownBy(() -> QueueText.OUTBOX.read(text))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessage(problem)
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"v\":7,\"account\":\"shop\"} | shop",
        "{\"v\":7} | ''",
        "[] | ''",
        "'' | ''",
        "no JSON | ''"
      })
  void the_account_of_a_text_that_cannot_be_read_is_known_if_it_is_there(
      String text, String account) {
    assertThat(QueueText.account(text)).isEqualTo(account);
  }

  @ParameterizedTest
  @MethodSource("messages")
  <T> void nothing_shows_the_user_or_what_was_written(QueueText<T> text, T message, String json) {
    assertThat(message.toString()).doesNotContain(USER, "天气", "touser").contains("k1");
  }
}
