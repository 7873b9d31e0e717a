package io.github.wechatgateway.message;

import static io.github.wechatgateway.message.Fixtures.parse;
import static io.github.wechatgateway.message.Fixtures.read;
import static io.github.wechatgateway.message.Fixtures.xml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageKeyTest {

  @ParameterizedTest
  @MethodSource("io.github.wechatgateway.message.Fixtures#names")
  void every_try_of_a_message_has_the_same_key(String fixture) {
    assertThat(key(xml(fixture))).isEqualTo(key(xml(fixture)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "event-click", "event-location"})
  void the_order_of_elements_makes_no_difference(String fixture) {
    List<String> elements =
        Arrays.asList(xml(fixture).strip().replaceAll("^<xml>|</xml>$", "").split("\n"));
    Collections.reverse(elements);
    String reversed = elements.stream().collect(Collectors.joining("\n", "<xml>", "</xml>"));

    assertThat(key(reversed)).isEqualTo(key(xml(fixture)));
  }

  @ParameterizedTest
  @CsvSource({"gh, user, 1, gh, other, 1", "gh, user, 1, gh2, user, 1", "gh, user, 1, gh, user, 2"})
  void to_whom_from_whom_and_its_id_tell_a_message_from_another(
      String to, String from, String id, String otherTo, String otherFrom, String otherId) {
    assertThat(key(text(to, from, id, "hello")))
        .isNotEqualTo(key(text(otherTo, otherFrom, otherId, "hello")));
  }

  @Test
  void a_message_with_an_id_is_the_same_whatever_else_differs() {
    assertThat(key(text("gh", "user", "1", "hello"))).isEqualTo(key(text("gh", "user", "1", "")));
  }

  @Test
  void a_message_without_an_id_is_told_by_its_content() {
    assertThat(key(text("gh", "user", "", "a"))).isNotEqualTo(key(text("gh", "user", "", "b")));
  }

  @Test
  void the_same_message_to_two_accounts_is_two() {
    assertThat(MessageKey.of("one", read("text"))).isNotEqualTo(MessageKey.of("two", read("text")));
  }

  @Test
  void two_events_of_a_user_in_one_second_are_two() {
    assertThat(key(event("<Event>CLICK</Event><EventKey>a</EventKey>")))
        .isNotEqualTo(key(event("<Event>CLICK</Event><EventKey>b</EventKey>")))
        .isNotEqualTo(key(event("<Event>LOCATION</Event>")));
  }

  @ParameterizedTest
  @CsvSource({
    "<a><b>1</b></a>, <a><b>2</b></a>",
    "<a><b>1</b></a>, <a><c>1</c></a>",
    "<a><b>1</b></a>, <a>1</a>",
    "<a>1</a><a>2</a>, <a>2</a><a>1</a>",
    "<a>1</a><a>2</a>, <a>12</a>",
    "<a>1</a><b>2</b>, <a>1b2</a>",
    "<a>x</a><a>y</a>, <a>x</a><y/>",
    "<a><b>1</b></a><c>2</c>, <a><b>1</b><c>2</c></a>",
    "<a>1</a>, <a>1</a><b/>",
  })
  void events_that_differ_in_anything_are_two(String elements, String others) {
    assertThat(key(event(elements))).isNotEqualTo(key(event(others)));
  }

  @Test
  void an_events_own_message_id_is_one_of_its_elements() {
    String job = "<Event>MASSSENDJOBFINISH</Event><MsgID>1</MsgID>";

    assertThat(key(event(job + "<Status>a</Status>")))
        .isNotEqualTo(key(event(job + "<Status>b</Status>")));
  }

  @ParameterizedTest
  @MethodSource("io.github.wechatgateway.message.Fixtures#names")
  void a_key_is_22_characters_that_hold_nothing_of_the_message(String fixture) {
    assertThat(key(xml(fixture))).matches("[A-Za-z0-9_-]{22}");
  }

  private static String key(String xml) {
    return MessageKey.of("demo", parse(xml));
  }

  private static String text(String to, String from, String id, String content) {
    return "<xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName><MsgType>text</MsgType><MsgId>%s</MsgId><Content>%s</Content></xml>"
        .formatted(to, from, id, content);
  }

  private static String event(String elements) {
    return "<xml><ToUserName>gh</ToUserName><FromUserName>user</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType>%s</xml>"
        .formatted(elements);
  }
}
