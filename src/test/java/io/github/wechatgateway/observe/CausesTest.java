package io.github.wechatgateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.message.Elements;
import io.github.wechatgateway.message.Event;
import io.github.wechatgateway.message.MenuEvent;
import io.github.wechatgateway.message.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CausesTest {
  @Test
  void each_cause_is_named_with_its_text_and_its_place() {
    Exception thrown = new IllegalStateException("no answer", new ArithmeticException("/ by zero"));

    assertThat(Causes.of(thrown, null))
        .startsWith("java.lang.IllegalStateException: no answer (")
        .contains("CausesTest.each_cause_is_named")
        .contains(" <- java.lang.ArithmeticException: / by zero (");
  }

  @Test
  void a_chain_that_bites_its_tail_ends() {
    Exception tail = new IllegalArgumentException("tail");
    Exception head = new IllegalStateException("head", tail);
    tail.initCause(head);

    assertThat(Causes.of(head, null)).containsPattern("(head.*tail.*){2}");
  }

  @Test
  void an_exception_without_a_text_or_a_place_is_named() {
    Exception bare = new IllegalStateException();
    bare.setStackTrace(new StackTraceElement[0]);

    assertThat(Causes.of(bare, null)).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void what_the_user_wrote_is_taken_out() {
    assertThat(said("我的卡号 6222 & more", "no card 我的卡号 6222 & more, sorry"))
        .isEqualTo("no card ***, sorry");
  }

  @Test
  void what_the_user_wrote_is_taken_out_of_every_cause() {
    Exception thrown = new IllegalStateException("a", new IllegalStateException("for 6222021234"));

    assertThat(Causes.of(thrown, text("6222021234"))).contains("for ***").doesNotContain("6222");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /?q=%E5%8D%A1%E5%8F%B7+6222%26more failed",
        "GET /?q=%E5%8D%A1%E5%8F%B7%206222%26more failed",
        "GET /?q=%e5%8d%a1%e5%8f%b7%206222%26more failed"
      })
  void what_the_user_wrote_is_taken_out_where_it_is_encoded_for_a_url(String url) {
    assertThat(said("卡号 6222&more", url)).isEqualTo("GET /?q=*** failed");
  }

  @Test
  void nested_and_repeated_elements_are_taken_out_too() {
    Text message = new Text(new Elements(Map.of("a", Map.of("b", List.of("one 1", "two 2")))));

    assertThat(Causes.of(bare("one 1, two 2"), message)).endsWith(": ***, ***");
  }

  @Test
  void where_one_element_is_within_another_nothing_of_the_longer_is_left() {
    Text message = new Text(new Elements(Map.of("a", "6222", "b", "6222 0212")));

    assertThat(Causes.of(bare("for 6222 0212"), message)).endsWith(": for ***");
  }

  @Test
  void single_characters_stay_so_that_the_text_can_be_read() {
    assertThat(said("a", "a bad answer")).isEqualTo("a bad answer");
  }

  private static String said(String content, String exceptionText) {
    return Causes.of(bare(exceptionText), text(content))
        .replaceFirst("^java.lang.IllegalStateException: ", "");
  }

  private static Exception bare(String text) {
    Exception bare = new IllegalStateException(text);
    bare.setStackTrace(new StackTraceElement[0]);
    return bare;
  }

  private static Text text(String content) {
    return new Text(new Elements(Map.of("Content", content)));
  }

  @Test
  void what_says_the_kind_of_a_message_stays_so_that_files_keep_their_names() {
    Map<String, Object> click =
        Map.of(
            "ToUserName",
            "gh_account",
            "FromUserName",
            "oUser",
            "CreateTime",
            "1718000137",
            "MsgType",
            "event",
            "Event",
            "CLICK",
            "EventKey",
            "bad");

    assertThat(
            Causes.of(
                bare("config/replies/click/bad.json, CLICK event at 1718000137 of oUser"),
                new MenuEvent.Click(new Elements(click))))
        .endsWith(": config/replies/click/bad.json, CLICK event at 1718000137 of ***");
  }

  @Test
  void the_key_of_any_other_event_is_taken_out() {
    Event scan = new Event.Other(new Elements(Map.of("Event", "SCAN", "EventKey", "order-6222")));

    assertThat(Causes.of(bare("no order-6222"), scan)).endsWith(": no ***");
  }

  @ParameterizedTest
  @CsvSource({
    "text, 'no context for text, texts', 'no context for ***, texts'",
    "hi, 'this (hi)', 'this (***)'",
    "hi, 'GET /?q=%E5%20hi%20 failed', 'GET /?q=%E5%20***%20 failed'",
    "hi, '\"a\\nhi\\u0020\"', '\"a\\n***\\u0020\"'",
    "人工, 没有人工服务, 没有***服务",
    "oUser_6222, 'key oUser_6222_a', 'key ***_a'",
    "6222021234, id6222021234x, id***x",
  })
  void a_plain_word_is_taken_out_where_it_stands_by_itself(
      String content, String text, String clean) {
    assertThat(said(content, text)).isEqualTo(clean);
  }
}
