package io.github.wechatgateway.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a handler left comes back from disk as it was. */
class ReplyJsonTest {
  private static final CustomerServiceJson JSON = new CustomerServiceJson(3);
  private static final Media ID = new Media.Id("m");
  private static final Media FILE = new Media.File("a.jpg");

  static Stream<Reply> replies() {
    return Stream.of(
        new Reply.Text("天气 \"]]>\" 😀\n"),
        new Reply.Image(ID),
        new Reply.Image(FILE),
        new Reply.Voice(ID),
        new Reply.Voice(FILE),
        new Reply.Video(ID, "标题", ""),
        new Reply.Video(FILE, "", "说明", FILE),
        new Reply.Video(ID, "", "", ID),
        new Reply.Music("标题", "说明", "http://a/m", "http://a/hq", FILE),
        new Reply.Music("", "", "", "", ID),
        new Reply.News(List.of(new Reply.Article("1", "d", "p", "u"), article("2"))),
        new Reply.TransferCustomerService(""),
        new Reply.TransferCustomerService("客服1@demo"),
        new Reply.Device("device_text", Map.of("DeviceType", "t", "Content", "c")),
        new Reply.Device("hardware", Map.of("HardWare", Map.of("MessageView", "v"))),
        new Reply.CustomerServiceOnly("mpnews", Map.of("media_id", "m")),
        new Reply.CustomerServiceOnly(
            "msgmenu", Map.of("list", List.of(Map.of("id", "101", "content", "满意")))));
  }

  @ParameterizedTest
  @MethodSource("replies")
  void every_kind_is_read_as_it_was_written(Reply reply) throws BadReply {
    assertThat(ReplyReader.read(ReplyJson.read(text(reply)))).isEqualTo(reply);
  }

  @Test
  void a_string_is_a_text() throws BadReply {
    assertThat(ReplyJson.of("您好"))
        .isEqualTo("{\"msgtype\":\"text\",\"text\":{\"content\":\"您好\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"msgtype\":\"text\",\"text\":{\"content\":\"1\"},\"customservice\":{\"kf_account\":\"客服1@demo\"}}",
        "{\"msgtype\":\"miniprogrampage\",\"miniprogrampage\":{\"title\":\"t\",\"thumb_file\":\"a.jpg\"}}"
      })
  void a_map_keeps_its_agent_and_its_files(String json) throws BadReply {
    assertThat(ReplyJson.of(ReplyJson.read(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "oUser1", "[]", "null", "{\"msgtype\":"})
  void what_is_no_object_is_refused_without_a_quotation(String text) {
    assertThatThrownBy(() -> ReplyJson.read(text))
        .isInstanceOf(BadReply.class)
        .hasMessage("reply: no JSON object (expected: a reply in the customer-service API's shape)")
        .hasNoCause();
  }

  @Test
  void nothing_to_say_is_no_text() throws BadReply {
    assertThat(ReplyJson.of("")).isNull();
    assertThat(ReplyJson.of(null)).isNull();
  }

  @Test
  void what_json_has_no_place_for_is_told() {
    Reply odd = new Reply.CustomerServiceOnly("mpnews", Map.of("media_id", new Object()));

    assertThatThrownBy(() -> ReplyJson.of(odd))
        .isInstanceOf(BadReply.class)
        .hasMessageStartingWith("mpnews: something that JSON has no place for");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'msgtype':'text','text':{'content':'1'}}",
        "{'msgtype':'image','image':{'file':'a.jpg'}}",
        "{'msgtype':'video','video':{'file':'a.mp4','thumb_file':'a.jpg'}}",
        "{'msgtype':'miniprogrampage','miniprogrampage':{'title':'t','appid':'w','pagepath':'p','thumb_file':'a.jpg'}}"
      })
  void files_may_be_there_before_they_are_uploaded(String json) {
    assertThatCode(() -> JSON.check(json.replace('\'', '"'), "oUser1")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'msgtype':'transfer_customer_service'} | msgtype: transfer_customer_service, which a passive",
        "{'msgtype':'device_text','device_text':{}} | msgtype: device_text, which a passive reply alone",
        "{'msgtype':'text','text':{'content':' '}} | text.content: empty",
        "{'msgtype':'image','image':{}} | image.media_id: missing",
        "{'msgtype':'video','video':{'file':'a.mp4'}} | video.thumb_media_id: missing",
        "{'msgtype':'news','news':{'articles':[]}} | news.articles: empty",
        "{'msgtype':'other','other':{}} | msgtype: unknown",
        "{} | msgtype: missing"
      })
  void what_can_not_be_sent_by_customer_service_is_told(String json, String problem) {
    assertThatThrownBy(() -> JSON.check(json.replace('\'', '"'), "oUser1"))
        .isInstanceOf(BadReply.class)
        .hasMessageStartingWith(problem);
  }

  private static String text(Reply reply) throws BadReply {
    return Objects.requireNonNull(ReplyJson.of(reply));
  }

  private static Reply.Article article(String title) {
    return new Reply.Article(title, "", "", "");
  }
}
