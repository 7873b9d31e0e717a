package io.github.wechatgateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.junit.Delivered;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.message.Text;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why a user saw what he saw, as a program is told that asks. */
class RecordApiTest {
  private static final String USER = "oSandboxUser1";

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.accounts.tries.app-id", "wxtries")
          .setting("wechat.accounts.tries.app-secret", "secret")
          .setting("wechat.accounts.tries.token", "token")
          .setting("wechat.accounts.tries.late-reply", "retries")
          .setting("wechat.callback.budget", "900")
          .setting("wechat.late.delays", "1")
          .handler("on-text", RecordApiTest::handle);

  private static final CountDownLatch SECOND_TRY = new CountDownLatch(1);

  private static CompletableFuture<Delivered> onSecondTry;

  @BeforeAll
  static void begin_what_takes_longest() {
    onSecondTry =
        CompletableFuture.supplyAsync(
            () ->
                GATEWAY.deliverAs(
                    Map.of("account", "tries", "message", text("wait for it", "200"))));
  }

  @Test
  void an_answer_at_once() {
    deliver(text("canaryContent", "101"));

    JsonNode record = record("101");
    assertThat(record.path("verdict").asText()).isEqualTo("replied");
    assertThat(record.path("seen").asText()).isEqualTo("reply");
    assertThat(record.at("/tries/0/answer").asText()).isEqualTo("reply");
    assertThat(record.at("/runs/0/handler").asText()).isEqualTo("on-text");
    assertThat(record.at("/runs/0/end").asText()).isEqualTo("done");
    assertThat(record.has("late")).isFalse();
    assertThat(record.has("after")).isFalse();
  }

  @Test
  void an_answer_to_the_second_try() {
    await().until(() -> record("tries", "200").path("tries").size() == 2);
    SECOND_TRY.countDown();
    onSecondTry.join();

    JsonNode record = record("tries", "200");
    assertThat(record.path("verdict").asText()).isEqualTo("replied");
    assertThat(record.at("/tries").findValuesAsText("answer")).containsExactly("closed", "reply");
    assertThat(record.at("/tries").findValuesAsText("number")).containsExactly("1", "2");
    assertThat(record.path("runs")).hasSize(1);
  }

  @Test
  void an_answer_that_was_late_and_followed() {
    deliver(text("slow", "102"));

    JsonNode record = settled(() -> record("102"), "followed");
    assertThat(record.at("/tries/0/answer").asText()).isEqualTo("empty");
    assertThat(record.at("/late/why").asText()).isEqualTo("not-in-time");
    assertThat(record.at("/after").findValuesAsText("what")).containsExactly("outbox", "sent");
  }

  @Test
  void a_handler_that_failed_until_its_message_was_a_dead_letter() {
    deliver(text("fail", "103"));

    JsonNode record = settled(() -> record("103"), "dead");
    assertThat(record.path("seen").asText()).isEqualTo("nothing");
    assertThat(record.at("/late/why").asText()).isEqualTo("failed");
    assertThat(record.at("/runs").findValuesAsText("end")).containsExactly("failed", "failed");
    assertThat(record.at("/runs/1/cause").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(record.at("/after").findValuesAsText("what"))
        .containsExactly("waits-for-handler", "dead");
    assertThat(record.at("/after/1/attempts").asInt()).isEqualTo(2);
  }

  @Test
  void an_answer_that_wechat_refuses_is_kept_and_given_later() {
    GATEWAY.fault(Map.of("path", "/cgi-bin/message/custom/send", "errcode", 45015));
    deliver(text("slow", "104"));
    JsonNode kept = settled(() -> record("104"), "kept");
    assertThat(kept.at("/after/1/errcode").asInt()).isEqualTo(45015);

    deliver(text("hello", "105"));

    JsonNode given = settled(() -> record("104"), "given");
    assertThat(given.at("/after/2/with").asText()).isEqualTo(record("105").path("key").asText());
  }

  @Test
  void a_reply_that_users_would_have_seen_as_a_fault() {
    deliver(text("bad", "106"));

    JsonNode record = record("106");
    assertThat(record.path("verdict").asText()).isEqualTo("bad-reply");
    assertThat(record.at("/after/0/reason").asText()).contains("media_id");
  }

  @Test
  void what_does_not_pass_the_door_has_none_and_the_client_is_told_what_is_kept() {
    GATEWAY.deliverAs(
        Map.of("account", "demo", "badSignature", true, "message", text("hello", "107")));

    HttpResponse<byte[]> answer = get("/api/demo/records?msgid=107");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(ApiClient.json(answer).path("detail").asText())
        .contains("record: none", "the last 20000 messages", "86400 s");
  }

  @Test
  void a_users_are_listed_the_newest_first_without_him_and_what_he_wrote() {
    deliver(text("canaryContent", "108"));
    deliver(text("canaryContent", "109"));

    JsonNode records = ApiClient.json(get("/api/demo/records?limit=2&user=" + USER));

    assertThat(records.findValuesAsText("msg_id")).containsExactly("109", "108");
    assertThat(records.toString()).doesNotContain(USER, "canary");
  }

  @Test
  void the_key_in_a_log_line_leads_to_it() {
    deliver(text("hello", "110"));
    String key = record("110").path("key").asText();

    JsonNode found = ApiClient.json(get("/api/demo/records?key=" + key));

    assertThat(found.findValuesAsText("msg_id")).containsExactly("110");
  }

  private static JsonNode settled(Callable<JsonNode> record, String verdict) {
    return await().until(record, it -> it.path("verdict").asText().equals(verdict));
  }

  private static JsonNode record(String msgId) {
    return record("demo", msgId);
  }

  private static JsonNode record(String account, String msgId) {
    return ApiClient.json(get("/api/" + account + "/records?msgid=" + msgId)).at("/records/0");
  }

  private static void deliver(Map<String, Object> message) {
    GATEWAY.deliverAs(Map.of("account", "demo", "message", message));
  }

  private static HttpResponse<byte[]> get(String path) {
    return new ApiClient(GATEWAY.uri(), ApiClient.DEMO).get(path);
  }

  private static Map<String, Object> text(String content, String msgId) {
    return Map.of("MsgType", "text", "Content", content, "MsgId", msgId);
  }

  private static void handle(Exchange exchange) throws InterruptedException {
    String content = exchange.getMessage().getBody(Text.class).content();
    Object reply = "canary answer";
    if (content.equals("fail")) {
      throw new IllegalStateException("canary");
    } else if (content.equals("slow")) {
      new CountDownLatch(1).await(1_500, TimeUnit.MILLISECONDS);
    } else if (content.equals("wait for it")) {
      SECOND_TRY.await();
    } else if (content.equals("bad")) {
      reply = Map.of("msgtype", "image", "image", Map.of("media_id", ""));
    }
    exchange.getMessage().setBody(reply);
  }
}
