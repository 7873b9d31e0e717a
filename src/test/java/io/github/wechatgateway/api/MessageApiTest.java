package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageApiTest {
  private static final String MESSAGES = "/api/demo/messages";

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().setting("wechat.gateway-api.keys.other", "another-key-of-16");

  @Test
  void a_message_reaches_its_user_as_it_was_sent() {
    write("oSandboxUser1");
    String json =
        """
        {"touser":"oSandboxUser1","msgtype":"text","text":{"content":"您好 <b>"},\
        "customservice":{"kf_account":"test1@test"}}""";

    HttpResponse<byte[]> answer = send(json);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(new String(answer.body(), UTF_8)).matches("\\{\"id\":\"[0-9a-f]{32}\"}");
    await()
        .untilAsserted(
            () -> assertThat(GATEWAY.sentTo("oSandboxUser1")).hasToString("[" + json + "]"));
  }

  @Test
  void with_the_same_idempotency_key_it_is_sent_once_and_has_the_same_id() {
    write("oSandboxUser2");
    String first = id(demo().postOnce("k", MESSAGES, text("oSandboxUser2", "once")));
    String again = id(demo().postOnce("k", MESSAGES, text("oSandboxUser2", "once")));
    demo().postOnce("l", MESSAGES, text("oSandboxUser2", "after it"));

    assertThat(again).isEqualTo(first);
    awaitTexts("oSandboxUser2", "once", "after it");
  }

  @Test
  void the_same_key_of_two_programs_is_two_messages() {
    write("oSandboxUser3");
    ApiClient other = new ApiClient(GATEWAY.uri(), "Bearer another-key-of-16");
    String first = id(demo().postOnce("k", MESSAGES, text("oSandboxUser3", "of one")));
    String second = id(other.postOnce("k", MESSAGES, text("oSandboxUser3", "of the other")));

    assertThat(second).isNotEqualTo(first);
    awaitTexts("oSandboxUser3", "of one", "of the other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words"})
  void an_idempotency_key_of_another_shape_is_a_bad_request(String key) {
    HttpResponse<byte[]> answer = demo().postOnce(key, MESSAGES, text("oSandboxUser1", "a"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(ApiClient.json(answer).path("detail").asText()).startsWith("Idempotency-Key: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'msgtype':'text','text':{'content':'secret'}} | touser: missing",
        "{'touser':7,'msgtype':'text','text':{'content':'secret'}} | touser: empty, or no text",
        "{'touser':'secret'} | msgtype: missing",
        "{'touser':'secret','msgtype':'text'} | text: missing",
        "{'touser':'secret','msgtype':'text','text':{'content':''}} | text.content: ",
        "{'touser':'secret','msgtype':'image','image':{}} | image.media_id: ",
        "{'touser':'secret','msgtype':'image','image':{'file':'../pom.xml'}} | image.file: ",
        "{'touser':'secret','msgtype':'image','image':{'file':'config/replies/none.png'}} | image.file: ",
        "{'touser':'secret','msgtype':'video','video':{'media_id':'a','thumb_file':'../pom.xml'}} | video.thumb_file: ",
        "{'touser':'secret','msgtype':'miniprogrampage','miniprogrampage':{'title':'a','appid':'a','pagepath':'a','thumb_file':'/etc/passwd'}} | miniprogrampage.thumb_file: ",
        "{'touser':'secret','msgtype':'nonsense'} | msgtype: ",
        "{'touser':'secret','msgtype':'text','text':{'content':'a'},'aimsgcontext':{'is_ai_msg':1}} | aimsgcontext: unknown (expected: touser, msgtype, ",
        "{'touser':'secret','msgtype':'text','text':{'content':'a'},'image':{}} | image: unknown",
        "{'touser':'secret','msgtype':'text','text':{'content':'a'},'Text':'secret'} | Text: unknown",
        "{'touser':'secret','msgtype':'transfer_customer_service'} | msgtype: ",
      })
  void what_is_no_message_is_a_bad_request_that_names_the_field(String json, String detail) {
    HttpResponse<byte[]> answer = send(json.replace('\'', '"'));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(ApiClient.json(answer).path("detail").asText())
        .startsWith(detail)
        .doesNotContain("secret");
  }

  private static void write(String user) {
    GATEWAY.deliverAs(
        Map.of("user", user, "message", Map.of("MsgType", "text", "Content", "hello")));
  }

  private static ApiClient demo() {
    return new ApiClient(GATEWAY.uri(), ApiClient.DEMO);
  }

  private static byte[] text(String user, String content) {
    return "{\"touser\":\"%s\",\"msgtype\":\"text\",\"text\":{\"content\":\"%s\"}}"
        .formatted(user, content)
        .getBytes(UTF_8);
  }

  private static String id(HttpResponse<byte[]> accepted) {
    assertThat(accepted.statusCode()).isEqualTo(202);
    return ApiClient.json(accepted).path("id").asText();
  }

  private static void awaitTexts(String user, String... texts) {
    await()
        .untilAsserted(
            () ->
                assertThat(GATEWAY.sentTo(user))
                    .extracting(sent -> sent.path("text").path("content").asText())
                    .containsExactly(texts));
  }

  private static HttpResponse<byte[]> send(String json) {
    return demo().post(MESSAGES, json.getBytes(UTF_8));
  }
}
