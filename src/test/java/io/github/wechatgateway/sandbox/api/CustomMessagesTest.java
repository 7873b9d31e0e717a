package io.github.wechatgateway.sandbox.api;

import static io.github.wechatgateway.sandbox.TestPlatform.CLUB;
import static io.github.wechatgateway.sandbox.TestPlatform.SHOP;
import static io.github.wechatgateway.sandbox.TestPlatform.START;
import static io.github.wechatgateway.sandbox.TestPlatform.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.sandbox.state.MediaFormat;
import io.github.wechatgateway.sandbox.state.MediaType;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.SentMessage;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables {@code '} stands for {@code "}, and {@code <image>} for the id of an image. */
class CustomMessagesTest {
  private static final String SEND = "/cgi-bin/message/custom/send";
  private final Caller caller = new Caller();

  private final Map<String, String> ids =
      Map.of(
          "<image>", put(SHOP, MediaType.IMAGE, MediaFormat.PNG),
          "<voice>", put(SHOP, MediaType.VOICE, MediaFormat.AMR),
          "<video>", put(SHOP, MediaType.VIDEO, MediaFormat.MP4),
          "<thumb>", put(SHOP, MediaType.THUMB, MediaFormat.JPEG),
          "<other>", put(CLUB, MediaType.IMAGE, MediaFormat.PNG));

  @BeforeEach
  void the_user_writes() {
    caller.platform.users().acted("shop", USER, "text", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'text'            | {'content':'你好'}",
        "'image'           | {'media_id':'<image>'}",
        "'voice'           | {'media_id':'<voice>'}",
        "'video'           |"
            + " {'media_id':'<video>','thumb_media_id':'<thumb>','title':'t','description':'d'}",
        "'video'           | {'media_id':'<video>','thumb_media_id':'<image>'}",
        "'music'           |"
            + " {'title':'t','description':'d','musicurl':'u','hqmusicurl':'h','thumb_media_id':'<thumb>'}",
        "'news'            | {'articles':[{'title':'t','description':'d','url':'u','picurl':'p'}]}",
        "'mpnews'          | {'media_id':'draft'}",
        "'mpnewsarticle'   | {'article_id':'article'}",
        "'msgmenu'         |"
            + " {'head_content':'h','list':[{'id':'1','content':'yes'}],'tail_content':'t'}",
        "'wxcard'          | {'card_id':'card'}",
        "'miniprogrampage' | {'title':'t','appid':'a','pagepath':'p','thumb_media_id':'<image>'}",
      })
  void a_message_of_each_kind_is_sent(String type, String content) {
    Caller.expectOk(send(type, content));

    SentMessage sent = caller.platform.sent().all().get(0);
    assertThat(sent.msgType()).isEqualTo(type.replace("'", ""));
    assertThat(sent.time()).isEqualTo(START);
    assertThat(sent.message().toString()).isEqualTo(message(type, content));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'link'            | {'title':'t','description':'d','url':'u','thumb_url':'p'} | 40008",
        "'Text'            | {'content':'a'}                       | 40008",
        "''                | {}                                    | 40008",
        "7                 | {}                                    | 40008",
        "null              | {}                                    | 40008",
        "'text'            | {}                                    | 44004",
        "'text'            | 'a'                                   | 44004",
        "'text'            | {'content':''}                        | 44004",
        "'text'            | {'content':7}                         | 44004",
        "'image'           | {}                                    | 41006",
        "'image'           | {'media_id':''}                       | 41006",
        "'image'           | {'media_id':'other'}                  | 40007",
        "'image'           | {'media_id':'<voice>'}                | 40007",
        "'image'           | {'media_id':'<other>'}               | 40007",
        "'voice'           | {}                                    | 41006",
        "'voice'           | {'media_id':'<image>'}                | 40007",
        "'video'           | {'thumb_media_id':'<thumb>'}          | 41006",
        "'video'           | {'media_id':'<video>'}                | 41006",
        "'video'           | {'media_id':'<voice>','thumb_media_id':'<thumb>'} | 40007",
        "'video'           | {'media_id':'<video>','thumb_media_id':'<video>'} | 40007",
        "'music'           | {'hqmusicurl':'h','thumb_media_id':'<thumb>'}     | 40035",
        "'music'           | {'musicurl':'u','thumb_media_id':'<thumb>'}       | 40035",
        "'music'           | {'musicurl':'u','hqmusicurl':'h'}     | 41006",
        "'news'            | {}                                    | 44003",
        "'news'            | {'articles':[]}                       | 44003",
        "'news'            | {'articles':'a'}                      | 44003",
        "'news'            | {'articles':['a']}                    | 40035",
        "'news'            | {'articles':[{'title':'t'},{'title':'u'}]} | 45008",
        "'mpnews'          | {}                                    | 41006",
        "'mpnewsarticle'   | {}                                    | 40035",
        "'msgmenu'         | {}                                    | 40035",
        "'msgmenu'         | {'list':[]}                           | 40035",
        "'msgmenu'         | {'list':[{'id':'1'}]}                 | 40035",
        "'msgmenu'         | {'list':[{'content':'yes'}]}          | 40035",
        "'wxcard'          | {}                                    | 40035",
        "'miniprogrampage' | {'appid':'a','pagepath':'p','thumb_media_id':'<thumb>'} | 40035",
        "'miniprogrampage' | {'title':'t','pagepath':'p','thumb_media_id':'<thumb>'} | 40035",
        "'miniprogrampage' | {'title':'t','appid':'a','thumb_media_id':'<thumb>'}    | 40035",
        "'miniprogrampage' | {'title':'t','appid':'a','pagepath':'p'}                | 41006",
      })
  void a_wrong_message_is_refused_and_not_counted(String type, String content, int errCode) {
    assertThat(Caller.errCode(send(type, content))).isEqualTo(errCode);

    assertThat(caller.platform.sent().all()).isEmpty();
    for (int i = 0; i < 5; i++) {
      Caller.expectOk(sendText());
    }
  }

  @Test
  void a_text_has_at_most_2048_bytes() {
    Caller.expectOk(send("'text'", "{'content':'" + "你".repeat(682) + "aa'}"));
    assertThat(Caller.errCode(send("'text'", "{'content':'" + "你".repeat(682) + "aaa'}")))
        .isEqualTo(45002);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"touser\":\"x\",\"content\":\"\\u4f60\"}",
        "{\"\\u0061\":1}",
        "\\\\\\u",
        "{\"touser\":\"x\",\"a\":\"\\\\\\u0041\"}",
      })
  void escapes_of_characters_are_refused(String json) {
    ApiAnswer answer = caller.postAsShop(SEND, json);

    assertThat(Caller.errCode(answer)).isEqualTo(40033);
    assertThat(Caller.json(answer).path("errmsg").asText())
        .matches(
            "invalid charset\\. please check your request, if include \\\\uxxxx will create fail!"
                + Caller.RID);
  }

  @Test
  void other_escapes_are_taken() {
    Caller.expectOk(send("'text'", "{'content':'C:\\\\user\\n\\\"a\\\"\\/'}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"touser\":\"\"}",
        "{\"touser\":7}",
        "{\"touser\":\"oOther\"}",
        "{\"touser\":[\"oSandboxUser1\"]}",
      })
  void the_user_must_be_known(String json) {
    assertThat(Caller.errCode(caller.postAsShop(SEND, json))).isEqualTo(40003);
    assertThat(Caller.errCode(caller.postAsShop("/cgi-bin/message/custom/typing", json)))
        .isEqualTo(40003);
  }

  @Test
  void the_sixth_message_after_a_message_is_refused() {
    for (int i = 0; i < 5; i++) {
      Caller.expectOk(sendText());
    }

    ApiAnswer answer = sendText();

    assertThat(Caller.errCode(answer)).isEqualTo(45047);
    assertThat(Caller.json(answer).path("errmsg").asText())
        .matches("out of response count limit" + Caller.RID);
    assertThat(caller.platform.sent().all()).hasSize(5);
  }

  @Test
  void many_at_once_send_no_more_than_one_by_one() {
    long sent =
        IntStream.range(0, 200).parallel().filter(i -> Caller.errCode(sendText()) == 0).count();

    assertThat(sent).isEqualTo(5);
    assertThat(caller.platform.sent().all()).hasSize(5);
  }

  @Test
  void nothing_is_sent_after_the_time() {
    caller.clock.advance(Duration.ofDays(2));

    ApiAnswer answer = sendText();

    assertThat(Caller.errCode(answer)).isEqualTo(45015);
    assertThat(Caller.json(answer).path("errmsg").asText())
        .matches("response out of time limit or subscription is canceled" + Caller.RID);
  }

  @Test
  void nothing_is_sent_to_who_unsubscribed() {
    caller.platform.users().acted("shop", USER, "event", "unsubscribe");

    assertThat(Caller.errCode(sendText())).isEqualTo(45015);
    assertThat(Caller.errCode(typing("Typing"))).isEqualTo(45015);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'kf_account':'anna@shop'} | 0",
        "{'kf_account':'anna'}      | 61452",
        "{'kf_account':'@shop'}     | 61452",
        "{'kf_account':'a@b@c'}     | 61452",
        "{'kf_account':'a b@shop'}  | 61452",
        "{'kf_account':''}          | 61452",
        "{}                         | 61452",
        "'anna@shop'                | 61452",
        "null                       | 61452",
      })
  void an_agent_is_named_by_account_and_official_account(String service, int errCode) {
    String json =
        "{'touser':'oSandboxUser1','msgtype':'text','text':{'content':'a'},'customservice':%s}"
            .formatted(service)
            .replace('\'', '"');

    assertThat(Caller.errCode(caller.postAsShop(SEND, json))).isEqualTo(errCode);
  }

  @Test
  void typing_is_shown_once_in_fifteen_seconds() {
    Caller.expectOk(typing("Typing"));
    assertThat(Caller.errCode(typing("Typing"))).isEqualTo(45081);
    caller.clock.advance(Duration.ofSeconds(15));
    Caller.expectOk(typing("Typing"));
  }

  @Test
  void typing_ends_with_its_cancellation_or_a_message() {
    Caller.expectOk(typing("Typing"));
    Caller.expectOk(typing("CancelTyping"));
    Caller.expectOk(typing("Typing"));
    Caller.expectOk(sendText());
    Caller.expectOk(typing("Typing"));
  }

  @Test
  void typing_wants_a_talk() {
    caller.clock.advance(Duration.ofSeconds(30));

    assertThat(Caller.errCode(typing("Typing"))).isEqualTo(45080);
    Caller.expectOk(typing("CancelTyping"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "typing", "Other"})
  void there_are_no_other_commands(String command) {
    assertThat(Caller.errCode(typing(command))).isEqualTo(45072);
  }

  private ApiAnswer sendText() {
    return send("'text'", "{'content':'a'}");
  }

  private ApiAnswer send(String type, String content) {
    return caller.postAsShop(SEND, message(type, content));
  }

  private String message(String type, String content) {
    String json =
        "{'touser':'oSandboxUser1','msgtype':%s,%s:%s}"
            .formatted(type, type.startsWith("'") ? type : "'x'", content);
    for (var id : ids.entrySet()) {
      json = json.replace(id.getKey(), id.getValue());
    }
    return json.replace('\'', '"');
  }

  private ApiAnswer typing(String command) {
    return caller.postAsShop(
        "/cgi-bin/message/custom/typing",
        "{\"touser\":\"oSandboxUser1\",\"command\":\"%s\"}".formatted(command));
  }

  private String put(OfficialAccount account, MediaType type, MediaFormat format) {
    return caller.platform.media().put(account, type, format, new byte[1]).mediaId();
  }
}
