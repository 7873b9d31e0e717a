package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What WeChat refuses for good is with the dead letters, until a program looks after it. */
class DeadLetterApiTest {
  private static final String LETTERS = "/api/demo/dead-letters";

  private static final byte[] NOTHING = {};

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.accounts.second.app-id", "wxsecond")
          .setting("wechat.accounts.second.app-secret", "secret")
          .setting("wechat.accounts.second.token", "token");

  @Test
  void one_is_listed_with_why_and_neither_its_user_nor_its_text() {
    String id = dead("oSandboxUser1");
    JsonNode letter = letter(id);

    assertThat(letter.path("errcode").asInt()).isEqualTo(40003);
    assertThat(letter.path("reason").asText()).contains("errcode 40003");
    assertThat(letter.path("queue").asText()).startsWith("wechat.outbox.");
    assertThat(letter.toString()).doesNotContain("oSandboxUser1", "secret");
  }

  @Test
  void one_that_is_tried_again_reaches_its_user_and_is_gone() {
    String id = dead("oSandboxUser2");
    GATEWAY.deliverAs(
        Map.of(
            "account",
            "demo",
            "user",
            "oSandboxUser2",
            "message",
            Map.of("MsgType", "text", "Content", "hello")));

    HttpResponse<byte[]> done = demo().send("POST", LETTERS + "/" + id + "/retry", "", NOTHING);

    assertThat(done.statusCode()).isEqualTo(204);
    assertThat(ids()).doesNotContain(id);
    await().untilAsserted(() -> assertThat(GATEWAY.sentTo("oSandboxUser2")).hasSize(1));
  }

  @Test
  void one_that_is_deleted_is_gone() {
    String id = dead("oSandboxUser3");

    assertThat(delete("demo", id)).isEqualTo(204);
    assertThat(ids()).doesNotContain(id);
    assertThat(delete("demo", id)).isEqualTo(404);
  }

  @Test
  void that_of_another_account_is_not_found_and_stays() {
    String id = dead("oSandboxUser3");

    assertThat(ApiClient.json(demo().get("/api/second/dead-letters")).path("dead_letters"))
        .isEmpty();
    assertThat(delete("second", id)).isEqualTo(404);
    assertThat(
            demo()
                .send("POST", "/api/second/dead-letters/" + id + "/retry", "", NOTHING)
                .statusCode())
        .isEqualTo(404);
    assertThat(ids()).contains(id);
  }

  @Test
  void a_program_s_message_to_a_user_who_has_not_written_does_not_wait_for_him() {
    String id = accepted("oSandboxUser1");

    await().until(() -> ids().contains(id));
    assertThat(letter(id).path("errcode").asInt()).isEqualTo(45015);
  }

  private static String dead(String user) {
    GATEWAY.fault(Map.of("path", "/cgi-bin/message/custom/send", "errcode", 40003));
    String id = accepted(user);
    await().until(() -> ids().contains(id));
    return id;
  }

  private static String accepted(String user) {
    String json =
        "{\"touser\":\"%s\",\"msgtype\":\"text\",\"text\":{\"content\":\"secret\"}}"
            .formatted(user);
    return ApiClient.json(demo().post("/api/demo/messages", json.getBytes(UTF_8)))
        .path("id")
        .asText();
  }

  private static JsonNode letter(String id) {
    return StreamSupport.stream(letters().spliterator(), false)
        .filter(letter -> letter.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids() {
    return letters().findValuesAsText("id");
  }

  private static JsonNode letters() {
    return ApiClient.json(demo().get(LETTERS + "?limit=100")).path("dead_letters");
  }

  private static int delete(String account, String id) {
    return demo()
        .send("DELETE", "/api/" + account + "/dead-letters/" + id, "", NOTHING)
        .statusCode();
  }

  private static ApiClient demo() {
    return new ApiClient(GATEWAY.uri(), ApiClient.DEMO);
  }
}
