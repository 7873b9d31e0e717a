package io.github.wechatgateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of the stand-in, and what scripts are told that want more. */
class SandboxLimitsTest {
  private static final CountDownLatch RUNNING = new CountDownLatch(1);
  private static final CountDownLatch GATE = new CountDownLatch(1);

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.sandbox.messages-after-message", "2")
          .setting("wechat.sandbox.messages-after-event", "1")
          .setting("wechat.sandbox.max-sent", "2")
          .setting("wechat.sandbox.max-body", "1024")
          .setting("wechat.sandbox.max-bodies", "1500")
          .setting("wechat.sandbox.max-deliveries", "1")
          .setting("wechat.sandbox.max-faults", "1")
          .handler(
              "on-link",
              exchange -> {
                RUNNING.countDown();
                GATE.await();
              });

  private static final StandIn STAND_IN = new StandIn(GATEWAY);

  @AfterEach
  void end_faults() throws Exception {
    STAND_IN.endFaults();
  }

  @Test
  void so_many_messages_may_follow_a_message_and_an_event() throws Exception {
    GATEWAY.deliver(Map.of("MsgType", "event", "Event", "CLICK", "EventKey", "tianqi"));
    assertThat(send("oSandboxUser1")).isZero();
    assertThat(send("oSandboxUser1")).isEqualTo(45047);

    GATEWAY.text("hi");
    assertThat(send("oSandboxUser1")).isZero();
    assertThat(send("oSandboxUser1")).isZero();
    assertThat(send("oSandboxUser1")).isEqualTo(45047);
    assertThat(GATEWAY.sentTo("oSandboxUser1")).as("the last two of three").hasSize(2);
  }

  @Test
  void after_48_hours_none_may_follow() throws Exception {
    GATEWAY.deliverAs(
        Map.of("user", "oSandboxUser3", "message", Map.of("MsgType", "text", "Content", "hi")));
    GATEWAY.advance(Duration.ofDays(2));

    assertThat(send("oSandboxUser3")).isEqualTo(45015);
  }

  @Test
  void a_longer_body_is_refused() throws Exception {
    for (String path : new String[] {"/sandbox/deliver", "/sandbox/wechat/cgi-bin/stable_token"}) {
      HttpResponse<String> refused = STAND_IN.post(path, " ".repeat(1025));

      assertThat(refused.statusCode()).as(path).isEqualTo(413);
      assertThat(refused.body()).contains("too long");
    }
  }

  @Test
  void more_bodies_at_a_time_are_refused() throws Exception {
    String path = "/cgi-bin/clear_quota";
    GATEWAY.fault(Map.of("path", path, "delay", 1));
    HttpRequest large = STAND_IN.posting("/sandbox/wechat" + path, " ".repeat(1024)).build();

    CompletableFuture<HttpResponse<String>> first =
        StandIn.HTTP.sendAsync(large, BodyHandlers.ofString());
    await().until(() -> StandIn.HTTP.send(large, BodyHandlers.ofString()).statusCode() == 429);

    assertThat(first.join().statusCode()).isEqualTo(200);
    assertThat(StandIn.HTTP.send(large, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_message_that_comes_again_allows_nothing_more() throws Exception {
    Map<String, Object> text =
        Map.of("MsgType", "text", "Content", "hi", "MsgId", 1, "CreateTime", 1700000000);
    Map<String, Object> delivery = Map.of("user", "oSandboxUser2", "message", text);
    GATEWAY.deliverAs(delivery);
    send("oSandboxUser2");
    send("oSandboxUser2");

    GATEWAY.deliverAs(delivery);

    assertThat(send("oSandboxUser2")).isEqualTo(45047);
  }

  @Test
  void a_click_in_a_message_with_a_menu_counts_as_a_click() throws Exception {
    GATEWAY.advance(Duration.ofDays(2));
    Map<String, String> click = Map.of("MsgType", "text", "Content", "yes", "bizmsgmenuid", "101");
    GATEWAY.deliverAs(Map.of("user", "oSandboxUser2", "message", click));

    assertThat(send("oSandboxUser2")).isZero();
    assertThat(send("oSandboxUser2")).isEqualTo(45047);
  }

  @Test
  void more_faults_are_refused() throws Exception {
    String fault = "{\"path\":\"/cgi-bin/callback/check\",\"hang\":true}";
    STAND_IN.post("/sandbox/faults", fault);

    HttpResponse<String> refused = STAND_IN.post("/sandbox/faults", fault);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("faults: 1 that wait (expected: fewer");
  }

  @Test
  void more_deliveries_at_a_time_are_refused() throws Exception {
    Map<String, String> link = Map.of("MsgType", "link", "Title", "t", "Url", "u");
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> GATEWAY.deliver(link));
    await().until(() -> RUNNING.getCount() == 0);

    HttpResponse<String> refused =
        STAND_IN.post("/sandbox/deliver", "{\"message\":{\"MsgType\":\"text\"}}");
    GATE.countDown();
    first.join();

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("deliveries: 1 are under way");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "\"7200\"", "31536001", "99999999999999999999", "null"})
  void a_clock_goes_ahead_by_whole_seconds_for_a_year_at_most(String seconds) throws Exception {
    HttpResponse<String> refused = STAND_IN.post("/sandbox/clock", "{\"advance\":" + seconds + "}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("advance: ").contains("(expected: seconds");
  }

  @Test
  void of_a_user_that_is_not_there_nothing_is_listed() throws Exception {
    HttpResponse<String> refused = STAND_IN.get("/sandbox/sent?user=oNobody");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("one of oSandboxUser1, oSandboxUser2, oSandboxUser3");
  }

  private static int send(String user) throws Exception {
    String text = "{\"touser\":\"%s\",\"msgtype\":\"text\",\"text\":{\"content\":\"hi\"}}";
    String path = "/sandbox/wechat/cgi-bin/message/custom/send?access_token=" + STAND_IN.token();
    return StandIn.json(STAND_IN.post(path, text.formatted(user))).path("errcode").asInt();
  }
}
