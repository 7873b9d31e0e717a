package io.github.wechatgateway.reply;

import static io.github.wechatgateway.reply.RenderedReply.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.MessageReader;
import io.github.wechatgateway.reply.KeptReply.Given;
import io.github.wechatgateway.reply.KeptReply.Together;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeptReplyTest {
  private static final Message TEXT = message("text");
  private static final Reply KEPT = new Reply.Text("kept");
  private static final Reply IMAGE = new Reply.Image(new Media.Id("media_1"));

  private final KeptReply replies = new KeptReply(3);

  @Test
  void with_nothing_new_the_kept_one_goes() {
    assertThat(replies.together(KEPT, 0, null, TEXT))
        .isEqualTo(new Together(KEPT, Given.ALL, 1, null));
  }

  @Test
  void two_short_texts_go_as_one_the_kept_one_first() {
    assertThat(replies.together(KEPT, 0, new Reply.Text("new"), TEXT))
        .isEqualTo(new Together(new Reply.Text("kept\nnew"), Given.ALL, 1, null));
  }

  @ParameterizedTest
  @CsvSource({"2043, true", "2044, false"})
  void two_texts_go_as_one_up_to_2048_bytes(int bytes, boolean asOne) {
    String text = "中".repeat(bytes / 3) + "x".repeat(bytes % 3);
    Reply newer = new Reply.Text(text);

    assertThat(replies.together(KEPT, 0, newer, TEXT))
        .isEqualTo(
            asOne
                ? new Together(new Reply.Text("kept\n" + text), Given.ALL, 1, null)
                : new Together(KEPT, Given.ALL, 1, newer));
  }

  @Test
  void of_a_text_and_something_else_the_kept_one_goes_and_the_newer_is_kept() {
    assertThat(replies.together(KEPT, 0, IMAGE, TEXT))
        .isEqualTo(new Together(KEPT, Given.ALL, 1, IMAGE));
    assertThat(replies.together(IMAGE, 0, KEPT, TEXT))
        .isEqualTo(new Together(IMAGE, Given.ALL, 1, KEPT));
  }

  static Stream<Reply> forTheirMessageAlone() {
    return Stream.of(
        new Reply.TransferCustomerService(""),
        new Reply.Device("device_text", Map.of()),
        new Reply.CustomerServiceOnly("wxcard", Map.of("card_id", "c")));
  }

  @ParameterizedTest
  @MethodSource("forTheirMessageAlone")
  void what_is_for_its_message_alone_goes_and_the_kept_one_stays(Reply newer) {
    assertThat(KeptReply.canBeKept(newer)).isFalse();
    assertThat(replies.together(KEPT, 0, newer, TEXT))
        .isEqualTo(new Together(newer, Given.NOTHING, 0, null));
  }

  @Test
  void a_long_text_goes_in_parts_and_the_newer_is_kept_until_the_last() {
    Reply kept = new Reply.Text("a".repeat(2048) + "b".repeat(10));
    Reply newer = new Reply.Text("new");

    assertThat(replies.together(kept, 0, newer, TEXT))
        .isEqualTo(new Together(new Reply.Text("a".repeat(2048)), Given.PART, 1, newer));
    assertThat(replies.together(kept, 1, newer, TEXT))
        .isEqualTo(new Together(new Reply.Text("b".repeat(10) + "\nnew"), Given.ALL, 2, null));
  }

  @Test
  void a_text_has_no_more_parts_than_by_customer_service() {
    Reply kept = new Reply.Text("a".repeat(4 * 2048));

    assertThat(replies.together(kept, 2, null, TEXT))
        .isEqualTo(new Together(new Reply.Text("a".repeat(2045) + "…"), Given.ALL, 3, null));
  }

  @Test
  void of_several_articles_a_message_gets_one_and_an_event_all() {
    Reply.Article first = new Reply.Article("1", "", "", "");
    Reply.Article second = new Reply.Article("2", "", "", "");
    Reply kept = new Reply.News(List.of(first, second));

    assertThat(replies.together(kept, 0, null, TEXT))
        .isEqualTo(new Together(new Reply.News(List.of(first)), Given.PART, 1, null));
    assertThat(replies.together(kept, 1, null, TEXT))
        .isEqualTo(new Together(new Reply.News(List.of(second)), Given.ALL, 2, null));
    assertThat(replies.together(kept, 0, null, message("event")))
        .isEqualTo(new Together(kept, Given.ALL, 2, null));
  }

  @Test
  void one_of_which_all_was_sent_is_done() {
    Reply newer = new Reply.Text("new");

    assertThat(replies.together(KEPT, 1, newer, TEXT))
        .isEqualTo(new Together(newer, Given.ALL, 1, null));
  }

  @ParameterizedTest
  @CsvSource({
    "text, true",
    "image, true",
    "voice, true",
    "video, true",
    "shortvideo, true",
    "location, true",
    "link, true",
    "file, false",
    "device_text, false",
    "other, false"
  })
  void it_goes_with_ordinary_messages(String msgType, boolean goes) {
    assertThat(KeptReply.goesWith(message(msgType))).isEqualTo(goes);
  }

  @ParameterizedTest
  @CsvSource({
    "CLICK, true",
    "click, true",
    "SCAN, true",
    "subscribe, true",
    "VIEW, false",
    "view_miniprogram, false",
    "scancode_push, false",
    "scancode_waitmsg, false",
    "LOCATION, false",
    "location_select, false",
    "unsubscribe, false",
    "TEMPLATESENDJOBFINISH, false",
    "user_info_modified, false",
    "other, false"
  })
  void it_goes_with_events_whose_reply_is_shown(String event, boolean goes) throws Exception {
    String xml =
        "<xml><ToUserName>gh_account</ToUserName><FromUserName>oUser</FromUserName>"
            + "<MsgType>event</MsgType><Event>%s</Event></xml>".formatted(event);

    assertThat(KeptReply.goesWith(new MessageReader().read(xml.getBytes(UTF_8)))).isEqualTo(goes);
  }
}
