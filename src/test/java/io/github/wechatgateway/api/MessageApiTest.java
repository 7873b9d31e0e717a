package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageApiTest {
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().setting("wechat.sandbox.messages-after-message", "2");

  @Test
  void a_message_reaches_its_user_as_it_was_sent() {
    write("oSandboxUser1");
    String json =
        """
        {"touser":"oSandboxUser1","msgtype":"text","text":{"content":"您好 <b>"},\
        "customservice":{"kf_account":"test1@test"}}""";

    HttpResponse<byte[]> answer = send(json);

    assertThat(new String(answer.body(), UTF_8))
        .isEqualTo("{\"errcode\":0,\"errmsg\":\"ok\",\"messages\":1,\"cut\":false}");
    assertThat(GATEWAY.sentTo("oSandboxUser1")).hasToString("[" + json + "]");
  }

  @Test
  void of_a_long_one_that_was_sent_in_part_it_is_told_how_many_the_user_has() {
    write("oSandboxUser2");
    String content = "字".repeat(2000);
    HttpResponse<byte[]> answer =
        send(
            "{\"touser\":\"oSandboxUser2\",\"msgtype\":\"text\",\"text\":{\"content\":\"%s\"}}"
                .formatted(content));
    JsonNode problem = ApiClient.json(answer);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(problem.path("sent").asInt()).isEqualTo(2);
    assertThat(problem.path("errcode").asInt()).isEqualTo(45047);
    assertThat(problem.path("reason").asText()).isEqualTo("messages-used-up");
    assertThat(GATEWAY.sentTo("oSandboxUser2")).hasSize(2);
  }

  @Test
  void a_user_who_has_not_written_is_sent_nothing() {
    HttpResponse<byte[]> answer =
        send("{\"touser\":\"oSandboxUser3\",\"msgtype\":\"text\",\"text\":{\"content\":\"a\"}}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(ApiClient.json(answer).path("errcode").asInt()).isEqualTo(45015);
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

  private static HttpResponse<byte[]> send(String json) {
    return new ApiClient(GATEWAY.uri(), ApiClient.DEMO)
        .post("/api/demo/messages", json.getBytes(UTF_8));
  }
}
