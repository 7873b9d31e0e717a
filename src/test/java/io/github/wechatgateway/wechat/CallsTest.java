package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.LogLines;
import io.github.wechatgateway.account.Secret;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.FakeWeChat.Status;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {
  private static final WeChatCall SEND =
      WeChatCall.post("demo", "/cgi-bin/message/custom/send", new byte[0]);
  private static final WeChatCall TYPING =
      WeChatCall.post("demo", "/cgi-bin/message/custom/typing", new byte[0]);
  private static final WeChatCall FETCH = WeChatCall.get("demo", "/cgi-bin/token", "secret=s");
  private static final Token TOKEN = new Token(new Secret("t+1"), Instant.MAX);

  @RegisterExtension final LogLines log = new LogLines(Alarms.class);

  private final FakeWeChat wechat = new FakeWeChat();
  private final Calls calls = wechat.calls();

  @Test
  void a_call_goes_out_with_its_token_encoded() throws Exception {
    succeed(SEND);

    assertThat(wechat.requests)
        .containsExactly("https://first/cgi-bin/message/custom/send?access_token=t%2B1 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"errcode\":-1}", "<html>", "", "{\"errc"})
  void what_wechat_did_not_take_is_repeated_after_1_2_and_4_seconds_and_up_to_half_more(String no)
      throws Exception {
    wechat.answers(no, no, no);

    succeed(SEND);

    assertThat(wechat.waits).hasSize(3);
    assertThat(wechat.waits.get(0)).isBetween(1000L, 1500L);
    assertThat(wechat.waits.get(1)).isBetween(2000L, 3000L);
    assertThat(wechat.waits.get(2)).isBetween(4000L, 6000L);
  }

  @Test
  void after_three_repeats_the_caller_is_told() {
    wechat.answers(-1, -1, -1, -1);

    assertThat(refusal(SEND))
        .hasMessage(
            "account=demo /cgi-bin/message/custom/send: errcode -1, WeChat's system is busy (nothing: it passes)");
    assertThat(wechat.requests).hasSize(4);
  }

  @Test
  void a_host_that_does_not_answer_is_left_for_the_next_and_returned_to_after_a_while()
      throws Exception {
    wechat.answers(new ConnectException("Connection refused"));
    succeed(SEND);
    succeed(SEND);
    wechat.clock.advance(Duration.ofMinutes(1));
    succeed(SEND);

    assertThat(wechat.requests)
        .extracting(request -> request.substring(0, 10))
        .containsExactly("https://fi", "https://se", "https://se", "https://fi");
  }

  @Test
  void a_busy_host_is_left_once_all_repeats_are_used_up() throws Exception {
    wechat.answers(-1, -1, -1, -1);
    refusal(SEND);
    succeed(SEND);

    assertThat(wechat.requests.get(3)).startsWith("https://first");
    assertThat(wechat.requests.get(4)).startsWith("https://second");
  }

  @Test
  void a_short_retry_after_is_waited_for() throws Exception {
    wechat.answers(new Status(503, "", "7"));
    succeed(SEND);

    assertThat(wechat.waits).containsExactly(7000L);
  }

  @Test
  void a_long_retry_after_pauses_the_api_for_ten_minutes_at_most() throws Exception {
    wechat.answers(new Status(429, "", "7200"));
    assertThat(refusal(SEND).until()).isEqualTo("2024-06-01T04:10:00Z");

    assertThat(refusal(SEND).getMessage()).contains("no call before 2024-06-01T04:10:00Z");
    wechat.clock.advance(Duration.ofMinutes(10));
    succeed(SEND);
  }

  @Test
  void a_used_up_quota_pauses_that_api_until_midnight_in_beijing() throws Exception {
    wechat.answers(45009);
    assertThat(refusal(SEND).until()).isEqualTo("2024-06-01T16:00:00Z");
    succeed(TYPING);

    assertThat(refusal(SEND).until()).isEqualTo("2024-06-01T16:00:00Z");
    assertThat(refusal(SEND).getMessage())
        .contains("errcode 45009", "no call before 2024-06-01T16:00:00Z");
    assertThat(wechat.requests).hasSize(2);
    wechat.clock.advance(Duration.ofHours(12));
    succeed(SEND);
  }

  @ParameterizedTest
  @ValueSource(ints = {40164, 45009})
  void calls_that_wait_while_one_is_stopped_are_not_made(int errcode) {
    wechat.answers(errcode);
    List<CompletionStage<WeChatAnswer>> waiting = new ArrayList<>();

    synchronized (wechat) { // which answers nobody meanwhile
      for (int i = 0; i < 20; i++) {
        waiting.add(calls.send(SEND, TOKEN));
      }
    }

    assertThat(waiting)
        .allSatisfy(
            call ->
                assertThat(call.toCompletableFuture())
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("errcode " + errcode));
    assertThat(wechat.requests).hasSize(1);
  }

  @Test
  void a_used_up_quota_that_is_cleared_pauses_no_more() throws Exception {
    wechat.answers(45009);
    refusal(SEND);
    succeed(WeChatCall.post("demo", "/cgi-bin/clear_quota", new byte[0]));

    succeed(SEND);
  }

  @Test
  void a_relayed_call_that_has_no_answer_is_not_repeated_and_moves_nobody() throws Exception {
    wechat.answers(new ConnectException("Connection refused"));
    refusal(WeChatCall.relayed("demo", "GET", "/x", "", new CallBody.Nothing(), Path.of("unused")));
    succeed(SEND);

    assertThat(wechat.requests).hasSize(2).allMatch(request -> request.startsWith("https://first"));
  }

  @Test
  void another_ip_that_is_refused_is_told_too() {
    for (String ip : List.of("203.0.113.9", "203.0.113.9", "203.0.113.10")) {
      wechat.answers(
          "{\"errcode\":40164,\"errmsg\":\"invalid ip %s, not in whitelist\"}".formatted(ip));
      refusal(SEND);
      wechat.clock.advance(Duration.ofMinutes(5)); // and the circuit lets one by
    }

    assertThat(log.lines())
        .hasSize(2)
        .anyMatch(line -> line.contains(": 203.0.113.9 ("))
        .anyMatch(line -> line.contains(": 203.0.113.10 ("));
  }

  @Test
  void too_many_calls_in_a_minute_pause_that_api_for_a_minute() throws Exception {
    wechat.answers(45011);
    refusal(SEND);
    wechat.clock.advance(Duration.ofSeconds(59));

    assertThat(refusal(SEND).errcode()).isEqualTo(45011);
    wechat.clock.advance(Duration.ofSeconds(1));
    succeed(SEND);
    assertThat(wechat.requests).hasSize(2);
  }

  @Test
  void a_used_up_quota_of_tokens_pauses_for_a_minute_alone() throws Exception {
    wechat.answers(45009);
    refusal(FETCH, null);
    wechat.clock.advance(Duration.ofMinutes(1));

    calls.send(FETCH, null).toCompletableFuture().get(5, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {40164, 61004, 40243, 50007, 40013, 40125, 40001, 41002, 41004})
  void an_open_circuit_of_tokens_lets_one_call_by_every_five_minutes(int errcode) {
    wechat.answers(errcode, errcode);
    refusal(FETCH, null);
    refusal(FETCH, null);
    assertThat(wechat.requests).hasSize(1);
    wechat.clock.advance(Duration.ofMinutes(5));
    refusal(FETCH, null);
    refusal(FETCH, null);

    assertThat(wechat.requests).hasSize(2);
  }

  @Test
  void a_call_that_succeeds_closes_the_circuit() throws Exception {
    wechat.answers(40164);
    refusal(FETCH, null);
    wechat.clock.advance(Duration.ofMinutes(5));
    calls.send(FETCH, null).toCompletableFuture().get(5, TimeUnit.SECONDS);
    calls.send(FETCH, null).toCompletableFuture().get(5, TimeUnit.SECONDS);

    assertThat(wechat.requests).hasSize(3);
  }

  @Test
  void while_no_token_can_be_fetched_the_one_that_there_is_works() throws Exception {
    wechat.answers(40164);
    refusal(FETCH, null);

    succeed(SEND);
  }

  @Test
  void an_app_id_that_a_caller_has_wrong_opens_no_circuit() throws Exception {
    wechat.answers(40013);
    refusal(SEND);

    succeed(SEND);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void a_refused_ip_is_logged_with_the_page_of_the_console_once_in_ten_minutes() {
    String refused =
        "{\"errcode\":40164,\"errmsg\":\"invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in whitelist\"}";
    for (int i = 0; i < 4; i++) { // at 0, 5, 10 and 15 minutes
      wechat.answers(refused);
      refusal(FETCH, null);
      wechat.clock.advance(Duration.ofMinutes(5));
    }

    assertThat(log.lines())
        .hasSize(2)
        .contains(
            "ERROR account=demo /cgi-bin/token: errcode 40164, WeChat takes no calls from this server's IP: 1.2.3.4 (add it at 公众平台 > 设置与开发 > 基本配置 > IP白名单)");
  }

  @ParameterizedTest
  @ValueSource(ints = {45015, 45047, 48001, 40003, 40007, 47001, 99999})
  void what_is_final_is_called_once(int errcode) {
    wechat.answers(errcode);

    assertThat(refusal(SEND).errcode()).isEqualTo(errcode);
    assertThat(wechat.requests).hasSize(1);
  }

  @Test
  void how_calls_end_is_counted() throws Exception {
    wechat.answers(45015);
    refusal(SEND);
    succeed(SEND);

    assertThat(wechat.meters.get("wechat_calls").tag("end", "outside_window").counter().count())
        .isEqualTo(1);
    assertThat(wechat.meters.get("wechat_calls").tag("end", "ok").counter().count()).isEqualTo(1);
  }

  private void succeed(WeChatCall call) throws Exception {
    calls.send(call, TOKEN).toCompletableFuture().get(5, TimeUnit.SECONDS);
  }

  private WeChatRefusal refusal(WeChatCall call) {
    return refusal(call, TOKEN);
  }

  private WeChatRefusal refusal(WeChatCall call, @Nullable Token token) {
    try {
      calls.send(call, token).toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
    } catch (CompletionException refused) {
      return (WeChatRefusal) AsyncStep.cause(refused);
    }
    throw new AssertionError("not refused");
  }
}
