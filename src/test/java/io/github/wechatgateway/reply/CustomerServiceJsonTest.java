package io.github.wechatgateway.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON of each kind of reply, as WeChat's page writes it. */
class CustomerServiceJsonTest {
  private static final Media MEDIA = new Media.Id("m");
  private static final Media THUMB = new Media.Id("t");
  private static final CustomerServiceJson JSON = new CustomerServiceJson(3);

  @ParameterizedTest
  @MethodSource("replies")
  void each_kind_has_its_object(Reply reply, String content) throws BadReply {
    assertThat(bodies(reply)).containsExactly(addressed(content));
  }

  static Stream<Arguments> replies() {
    return Stream.of(
        arguments(new Reply.Text("hello"), "'msgtype':'text','text':{'content':'hello'}"),
        arguments(new Reply.Image(MEDIA), "'msgtype':'image','image':{'media_id':'m'}"),
        arguments(new Reply.Voice(MEDIA), "'msgtype':'voice','voice':{'media_id':'m'}"),
        arguments(
            new Reply.Video(MEDIA, "a", "b", THUMB),
            "'msgtype':'video','video':{'media_id':'m','thumb_media_id':'t','title':'a','description':'b'}"),
        arguments(
            new Reply.Music("a", "b", "http://m", "http://h", THUMB),
            "'msgtype':'music','music':{'title':'a','description':'b','musicurl':'http://m','hqmusicurl':'http://h','thumb_media_id':'t'}"),
        arguments(
            new Reply.News(List.of(new Reply.Article("a", "b", "http://p", "http://u"))),
            "'msgtype':'news','news':{'articles':[{'title':'a','description':'b','url':'http://u','picurl':'http://p'}]}"),
        arguments(
            new Reply.News(List.of(new Reply.Article("a", "", "", ""))),
            "'msgtype':'news','news':{'articles':[{'title':'a','description':'','url':'','picurl':''}]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'msgtype':'mpnews','mpnews':{'media_id':'m'}",
        "'msgtype':'mpnewsarticle','mpnewsarticle':{'article_id':'a'}",
        "'msgtype':'msgmenu','msgmenu':{'head_content':'满意吗？','list':[{'id':'101','content':'满意'},{'id':'102','content':'不满意'}],'tail_content':'再见'}",
        "'msgtype':'msgmenu','msgmenu':{'list':[{'id':'101','content':'满意'}]}",
        "'msgtype':'wxcard','wxcard':{'card_id':'c'}",
        "'msgtype':'wxcard','wxcard':{'card_id':'c','card_ext':'e'}",
        "'msgtype':'miniprogrampage','miniprogrampage':{'title':'a','appid':'wx1','pagepath':'p?q=1','thumb_media_id':'t'}",
        "'msgtype':'video','video':{'media_id':'m','thumb_media_id':'t','title':'a','description':'b'}",
      })
  void what_a_handler_leaves_in_this_shape_keeps_it(String content) throws Exception {
    assertThat(bodies(read("{%s}".formatted(content)))).containsExactly(addressed(content));
  }

  @ParameterizedTest
  @CsvSource({"http://m, ''", "'', http://m"})
  void one_url_of_a_music_stands_for_both(String url, String hqUrl) throws BadReply {
    assertThat(bodies(new Reply.Music("", "", url, hqUrl, THUMB)).get(0))
        .contains("\"musicurl\":\"http://m\",\"hqmusicurl\":\"http://m\"");
  }

  @Test
  void no_character_is_escaped_that_json_lets_stand() throws BadReply {
    assertThat(bodies(new Reply.Text("你好/é😀<a href='x'>\u2028&")).get(0))
        .contains("\"content\":\"你好/é😀<a href='x'>\u2028&\"");
  }

  @Test
  void characters_that_could_only_be_escaped_by_number_are_left_out() throws BadReply {
    Reply menu = new Reply.CustomerServiceOnly("wxcard", Map.of("card_id", "\u0001c\uD83D"));

    assertThat(bodies(new Reply.Text("\u0000a\b\u001F\uD83D\uFFFFb\"\\\n")).get(0))
        .contains("{\"content\":\"ab\\\"\\\\\\n\"}");
    assertThat(bodies(menu).get(0)).contains("{\"card_id\":\"c\"}");
  }

  @Test
  void an_agent_may_speak() throws BadReply {
    byte[] body = JSON.messages(new Reply.Text("hi"), "oUser", "客服1@wx_id").bodies().get(0);

    assertThat(new String(body, UTF_8))
        .endsWith(",\"customservice\":{\"kf_account\":\"客服1@wx_id\"}}");
  }

  private static List<String> bodies(Reply reply) throws BadReply {
    CustomerServiceMessages messages = JSON.messages(reply, "oUser", "");
    assertThat(messages.cut()).isFalse();
    return messages.bodies().stream().map(body -> new String(body, UTF_8)).toList();
  }

  private static String addressed(String content) {
    return "{'touser':'oUser',%s}".formatted(content).replace('\'', '"');
  }

  private static Reply read(String json) throws BadReply, JsonProcessingException {
    Map<?, ?> map = new ObjectMapper().readValue(json.replace('\'', '"'), Map.class);
    return Objects.requireNonNull(ReplyReader.read(map));
  }
}
