package io.github.wechatgateway.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.message.Elements;
import io.github.wechatgateway.message.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of whatever a handler leaves. */
class ReplyReaderTest {
  @Test
  void nothing_an_empty_text_and_the_message_itself_say_nothing() throws BadReply {
    assertThat(ReplyReader.read(null)).isNull();
    assertThat(ReplyReader.read("")).isNull();
    assertThat(ReplyReader.read(new Text(new Elements(Map.of("Content", "hi"))))).isNull();
  }

  @Test
  void a_string_is_a_text() throws BadReply {
    assertThat(ReplyReader.read("hello")).isEqualTo(new Reply.Text("hello"));
  }

  @Test
  void a_reply_is_itself() throws BadReply {
    Reply reply = new Reply.Image(new Media.Id("m"));

    assertThat(ReplyReader.read(reply)).isSameAs(reply);
  }

  @Test
  void text() throws BadReply {
    assertThat(json("{'msgtype':'text','text':{'content':'hello'}}"))
        .isEqualTo(new Reply.Text("hello"));
  }

  @Test
  void a_number_and_a_truth_value_are_texts() throws BadReply {
    assertThat(json("{'msgtype':'text','text':{'content':7}}")).isEqualTo(new Reply.Text("7"));
    assertThat(json("{'msgtype':'text','text':{'content':true}}"))
        .isEqualTo(new Reply.Text("true"));
  }

  @Test
  void image_and_voice() throws BadReply {
    assertThat(json("{'msgtype':'image','image':{'media_id':'m'}}"))
        .isEqualTo(new Reply.Image(new Media.Id("m")));
    assertThat(json("{'msgtype':'voice','voice':{'media_id':'m'}}"))
        .isEqualTo(new Reply.Voice(new Media.Id("m")));
  }

  @Test
  void media_may_be_a_file_of_ours() throws BadReply {
    assertThat(json("{'msgtype':'image','image':{'file':'a.jpg'}}"))
        .isEqualTo(new Reply.Image(new Media.File("a.jpg")));
    assertThat(json("{'msgtype':'image','image':{'media_id':'','file':'a.jpg'}}"))
        .isEqualTo(new Reply.Image(new Media.File("a.jpg")));
    assertThat(json("{'msgtype':'image','image':{'media_id':'m','file':'a.jpg'}}"))
        .isEqualTo(new Reply.Image(new Media.Id("m")));
  }

  @Test
  void video() throws BadReply {
    assertThat(json("{'msgtype':'video','video':{'media_id':'m','title':'t','description':'d'}}"))
        .isEqualTo(new Reply.Video(new Media.Id("m"), "t", "d"));
    assertThat(json("{'msgtype':'video','video':{'media_id':'m'}}"))
        .isEqualTo(new Reply.Video(new Media.Id("m"), "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'thumb_media_id':'t'", "'thumb_media_id':'t','thumb_file':'t.jpg'"})
  void a_video_may_have_a_thumb(String thumb) throws BadReply {
    assertThat(json("{'msgtype':'video','video':{'media_id':'m',X}}".replace("X", thumb)))
        .isEqualTo(new Reply.Video(new Media.Id("m"), "", "", new Media.Id("t")));
  }

  @Test
  void the_thumb_of_a_video_may_be_a_file_of_ours() throws BadReply {
    assertThat(json("{'msgtype':'video','video':{'media_id':'m','thumb_file':'t.jpg'}}"))
        .isEqualTo(new Reply.Video(new Media.Id("m"), "", "", new Media.File("t.jpg")));
  }

  @Test
  void music() throws BadReply {
    assertThat(
            json(
                "{'msgtype':'music','music':{'title':'t','description':'d','musicurl':'u',"
                    + "'hqmusicurl':'h','thumb_media_id':'m'}}"))
        .isEqualTo(new Reply.Music("t", "d", "u", "h", new Media.Id("m")));
    assertThat(json("{'msgtype':'music','music':{'thumb_file':'a.jpg'}}"))
        .isEqualTo(new Reply.Music("", "", "", "", new Media.File("a.jpg")));
  }

  @Test
  void news() throws BadReply {
    assertThat(
            json(
                "{'msgtype':'news','news':{'articles':["
                    + "{'title':'t','description':'d','picurl':'p','url':'u'},{'title':'s'}]}}"))
        .isEqualTo(
            new Reply.News(
                List.of(
                    new Reply.Article("t", "d", "p", "u"), new Reply.Article("s", "", "", ""))));
  }

  @Test
  void transfer_to_customer_service() throws BadReply {
    assertThat(json("{'msgtype':'transfer_customer_service'}"))
        .isEqualTo(new Reply.TransferCustomerService(""));
    assertThat(json("{'msgtype':'transfer_customer_service','customservice':{'kf_account':'a@b'}}"))
        .isEqualTo(new Reply.TransferCustomerService("a@b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"device_text", "device_event", "device_status", "hardware"})
  void device(String msgType) throws BadReply {
    assertThat(json("{'msgtype':'X','X':{'DeviceID':'1','None':null}}".replace("X", msgType)))
        .isEqualTo(new Reply.Device(msgType, Map.of("DeviceID", "1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mpnews", "mpnewsarticle", "msgmenu", "wxcard", "miniprogrampage"})
  void what_a_customer_service_message_alone_can_carry(String msgType) throws BadReply {
    assertThat(json("{'msgtype':'X','X':{'id':'1'}}".replace("X", msgType)))
        .isEqualTo(new Reply.CustomerServiceOnly(msgType, Map.of("id", "1")));
  }

  @Test
  void an_agent_may_be_named_beside_any_kind() throws BadReply {
    Map<?, ?> service = Map.of("kf_account", "a@b");

    assertThat(ReplyReader.kfAccount(Map.of("msgtype", "text", "customservice", service)))
        .isEqualTo("a@b");
    assertThat(ReplyReader.kfAccount(Map.of("msgtype", "text"))).isEmpty();
    assertThat(ReplyReader.kfAccount("hello")).isEmpty();
    assertThat(ReplyReader.kfAccount(null)).isEmpty();
  }

  private static Reply json(String json) throws BadReply {
    try {
      Map<?, ?> map = new ObjectMapper().readValue(json.replace('\'', '"'), Map.class);
      return Objects.requireNonNull(ReplyReader.read(map));
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
