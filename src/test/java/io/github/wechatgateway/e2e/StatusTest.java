package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {
  private final WeChatClient wechat = new WeChatClient();
  private final URI plain = RunningGateway.url("plain");
  private final URI safe = RunningGateway.url("safe");

  @Test
  void the_url_check_gets_its_echostr_back_and_nothing_else() {
    Map<String, String> query = wechat.signed();
    query.put("echostr", "4375120948345356249");

    HttpResponse<String> answer = wechat.check(plain, query);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("4375120948345356249");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
  }

  @Test
  void a_url_check_with_another_signature_is_forbidden() {
    Map<String, String> query = wechat.signed();
    query.put("echostr", "1");
    query.put("signature", "0".repeat(40));

    assertForbidden(wechat.check(plain, query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>", "", "a b", "中文", "a\r\nSet-Cookie: x"})
  void an_echostr_that_wechat_would_not_send_is_forbidden(String echostr) {
    Map<String, String> query = wechat.signed();
    query.put("echostr", echostr);

    assertForbidden(wechat.check(plain, query));
  }

  @Test
  void an_echostr_of_over_128_characters_is_forbidden() {
    Map<String, String> query = wechat.signed();
    query.put("echostr", "1".repeat(129));

    assertForbidden(wechat.check(plain, query));
  }

  @Test
  void a_post_without_a_fitting_signature_is_forbidden() {
    Map<String, String> query = wechat.signed();
    query.put("nonce", query.get("nonce") + "1");

    assertForbidden(wechat.post(plain, query, Xml.text("hi")));
    assertForbidden(wechat.post(plain, Map.of("nonce", "1"), Xml.text("hi")));
  }

  @Test
  void every_failure_of_an_envelope_is_forbidden_in_the_same_words() {
    String encrypt = wechat.encrypt(Xml.text("hi"));
    String ofAnotherApp =
        new WeChatClient(RunningGateway.TOKEN, RunningGateway.AES_KEY, "wxother").encrypt("<xml/>");
    String ofAnotherKey =
        new WeChatClient(RunningGateway.TOKEN, "0".repeat(43), RunningGateway.APP_ID)
            .encrypt(Xml.text("hi"));

    assertForbidden(wechat.post(safe, wechat.signed("another"), WeChatClient.envelope(encrypt)));
    for (String wrong : new String[] {ofAnotherApp, ofAnotherKey, "%%%", "AAAA", ""}) {
      assertForbidden(wechat.post(safe, wechat.signed(wrong), WeChatClient.envelope(wrong)));
    }
    assertForbidden(wechat.post(safe, wechat.signed(encrypt), "<xml></xml>"));
    assertForbidden(wechat.post(safe, wechat.signed(encrypt), "no xml"));
  }

  @Test
  void two_encrypts_are_forbidden() {
    String encrypt = wechat.encrypt(Xml.text("hi"));
    String twice = "<Encrypt>" + encrypt + "</Encrypt>";

    assertForbidden(wechat.post(safe, wechat.signed(encrypt), "<xml>" + twice + twice + "</xml>"));
  }

  @Test
  void an_unencrypted_post_to_a_safe_account_is_forbidden() {
    assertForbidden(wechat.postPlain(safe, Xml.text("hi")));
    Map<String, String> raw = wechat.signed();
    raw.put("encrypt_type", "raw");
    assertForbidden(wechat.post(safe, raw, Xml.text("hi")));
  }

  @Test
  void an_encrypted_post_to_a_plain_account_is_forbidden_whether_it_has_a_key_or_not() {
    assertForbidden(wechat.postSafe(plain, Xml.text("hi")));
    assertForbidden(wechat.postSafe(RunningGateway.url("late"), Xml.text("hi")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature=%zz", "timestamp=%", "nonce=%e4%b", "signature", "="})
  void a_parameter_that_cannot_be_decoded_is_none(String parameter) {
    assertThat(RawHttp.post(plain, parameter, 0, "")).startsWith("HTTP/1.1 403 ");
  }

  @Test
  void another_parameter_that_cannot_be_decoded_spoils_nothing() {
    String query = WeChatClient.withQuery(plain, wechat.signed()).getRawQuery() + "&x=%zz&%zz=1&y";

    assertThat(RawHttp.post(plain, query, 0, "")).startsWith("HTTP/1.1 400 "); // an empty body
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"MsgType\":\"text\"}",
        "",
        "<xml></xml>",
        "<html/>",
        "<xml><MsgType>text</MsgType></xml>"
      })
  void a_body_that_is_no_message_is_a_bad_request(String body) {
    assertThat(wechat.postPlain(plain, body).statusCode()).isEqualTo(400);
    assertThat(wechat.postSafe(safe, body).statusCode()).isEqualTo(400);
  }

  @Test
  void an_unknown_account_is_not_found() {
    HttpResponse<String> answer = wechat.postPlain(RunningGateway.url("nobody"), Xml.text("hi"));

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
  void other_methods_are_not_allowed(String method) {
    HttpResponse<String> answer =
        WeChatClient.send(
            HttpRequest.newBuilder(WeChatClient.withQuery(plain, wechat.signed()))
                .method(method, HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(405);
  }

  @Test
  void live_and_ready_are_up_on_the_management_port() {
    for (String probe : new String[] {"/observe/health/live", "/observe/health/ready"}) {
      HttpResponse<String> answer =
          WeChatClient.send(HttpRequest.newBuilder(RunningGateway.management(probe)));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("UP");
    }
  }

  private static void assertForbidden(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("forbidden");
  }
}
