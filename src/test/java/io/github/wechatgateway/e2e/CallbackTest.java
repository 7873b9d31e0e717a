package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbackTest {
  private final WeChatClient wechat = new WeChatClient();

  @Test
  void a_plain_message_is_answered_in_plain() {
    HttpResponse<String> answer = wechat.postPlain(RunningGateway.url("plain"), Xml.text("营业时间"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Xml.text(answer.body(), "Content")).contains("9:00");
    assertThat(Xml.text(answer.body(), "ToUserName")).isEqualTo(Xml.USER);
    assertThat(Xml.text(answer.body(), "FromUserName")).isEqualTo("gh_7f083739789a");
  }

  @Test
  void an_encrypted_message_is_answered_encrypted() {
    HttpResponse<String> answer = wechat.postSafe(RunningGateway.url("safe"), Xml.text("营业时间"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Xml.text(wechat.opened(answer.body()), "Content")).contains("9:00");
  }

  @Test
  void an_encrypted_answer_has_the_time_in_seconds_and_a_nonce_of_its_own() {
    String first = wechat.postSafe(RunningGateway.url("safe"), Xml.text("a")).body();
    String second = wechat.postSafe(RunningGateway.url("safe"), Xml.text("a")).body();

    assertThat(Long.parseLong(Xml.text(first, "TimeStamp")))
        .isCloseTo(System.currentTimeMillis() / 1000, within(60L));
    assertThat(Xml.text(first, "Nonce")).isNotEqualTo(Xml.text(second, "Nonce"));
    assertThat(Xml.text(first, "Encrypt")).isNotEqualTo(Xml.text(second, "Encrypt"));
  }

  @Test
  void a_compatible_account_takes_either_form() {
    String url = "compatible";

    assertThat(
            Xml.text(wechat.postPlain(RunningGateway.url(url), Xml.text("hi")).body(), "Content"))
        .contains("您好");
    String sealed = wechat.postSafe(RunningGateway.url(url), Xml.text("hi")).body();
    assertThat(Xml.text(wechat.opened(sealed), "Content")).contains("您好");
  }

  @Test
  void of_a_body_with_both_forms_the_decrypted_one_counts() {
    HttpResponse<String> answer =
        wechat.postCompatible(RunningGateway.url("compatible"), Xml.text("营业时间"), Xml.text("人工"));

    assertThat(Xml.text(wechat.opened(answer.body()), "MsgType")).isEqualTo("text");
  }

  @Test
  void encrypt_type_raw_means_plain() {
    Map<String, String> query = wechat.signed();
    query.put("encrypt_type", "raw");

    HttpResponse<String> answer = wechat.post(RunningGateway.url("plain"), query, Xml.text("hi"));

    assertThat(Xml.text(answer.body(), "Content")).contains("您好");
  }

  @Test
  void the_previous_key_still_opens_messages_and_seals_their_answers() {
    WeChatClient previous =
        new WeChatClient(
            RunningGateway.TOKEN, RunningGateway.PREVIOUS_AES_KEY, RunningGateway.APP_ID);

    HttpResponse<String> answer = previous.postSafe(RunningGateway.url("safe"), Xml.text("hi"));

    assertThat(Xml.text(previous.opened(answer.body()), "Content")).contains("您好");
  }

  @Test
  void a_handler_that_stops_its_route_is_answered_as_any_other() {
    HttpResponse<String> answer =
        wechat.postSafe(RunningGateway.url("safe"), Xml.link(MisbehavingHandler.STOP));

    assertThat(Xml.text(wechat.opened(answer.body()), "Content")).isEqualTo("stopped");
  }

  @Test
  void nothing_to_say_is_an_empty_body_in_every_mode() {
    String event = Xml.message("event", "<Event><![CDATA[unsubscribe]]></Event>");

    HttpResponse<String> plain = wechat.postPlain(RunningGateway.url("plain"), event);
    HttpResponse<String> safe = wechat.postSafe(RunningGateway.url("safe"), event);

    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(plain.body()).isEmpty();
    assertThat(safe.statusCode()).isEqualTo(200);
    assertThat(safe.body()).isEmpty();
  }

  @Test
  void pushes_that_are_no_messages_are_answered_empty() {
    for (String push :
        new String[] {
          "<xml><action>CheckContainerPath</action></xml>",
          "<xml><AppId>wx1</AppId><InfoType>component_verify_ticket</InfoType></xml>"
        }) {
      HttpResponse<String> answer = wechat.postPlain(RunningGateway.url("plain"), push);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void the_body_is_read_whatever_type_the_client_says_it_has() {
    for (String type :
        new String[] {
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "application/json",
          "text/xml; charset=gbk"
        }) {
      HttpResponse<String> answer =
          WeChatClient.send(
              java.net.http.HttpRequest.newBuilder(
                      WeChatClient.withQuery(RunningGateway.url("plain"), wechat.signed()))
                  .header("Content-Type", type)
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofString(Xml.text("你好"))));

      assertThat(Xml.text(answer.body(), "Content")).as(type).contains("您好");
    }
  }

  @Test
  void the_answer_has_no_header_that_came_with_the_request() {
    HttpResponse<String> answer =
        wechat.post(
            RunningGateway.url("plain"), wechat.signed(), Xml.text("hi"), "X-Request", "mine");

    assertThat(answer.headers().map().keySet())
        .containsExactlyInAnyOrder("content-length", "content-type");
  }
}
