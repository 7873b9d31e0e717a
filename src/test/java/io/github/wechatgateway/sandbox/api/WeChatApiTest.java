package io.github.wechatgateway.sandbox.api;

import static io.github.wechatgateway.sandbox.TestPlatform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.sandbox.state.MediaFormat;
import io.github.wechatgateway.sandbox.state.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all calls have in common. */
class WeChatApiTest {
  private static final String IPS = "/cgi-bin/getcallbackip";
  private final Caller caller = new Caller();

  @Test
  void its_paths_are_known() {
    assertThat(caller.api.paths())
        .hasSize(12)
        .contains("/cgi-bin/token", "/cgi-bin/message/custom/send")
        .allSatisfy(path -> assertThat(path).startsWith("/cgi-bin/"));
  }

  @Test
  void another_path_is_an_invalid_url() {
    ApiAnswer answer = caller.get("/cgi-bin/nothing");

    assertThat(Caller.errCode(answer)).isEqualTo(40066);
    assertThat(Caller.json(answer).path("errmsg").asText()).matches("invalid url" + Caller.RID);
  }

  @Test
  void an_error_says_when_it_was_and_is_otherwise_a_success_of_http() {
    caller.clock.advance(Duration.ofSeconds(5));
    String first = Caller.json(caller.get(IPS)).path("errmsg").asText();
    String second = Caller.json(caller.get(IPS)).path("errmsg").asText();

    assertThat(first).matches("access_token missing" + Caller.RID);
    assertThat(first)
        .contains(" rid: " + Long.toHexString(caller.clock.instant().getEpochSecond()) + "-")
        .isNotEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cgi-bin/message/custom/send", "/cgi-bin/media/get", "/cgi-bin/other"})
  void an_error_says_that_it_is_json(String path) {
    assertThat(caller.get(path).contentType()).isEqualTo("application/json; encoding=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cgi-bin/token",
        "/cgi-bin/ticket/getticket",
        "/cgi-bin/media/get",
        "/cgi-bin/media/get/jssdk",
        "/cgi-bin/getcallbackip",
        "/cgi-bin/get_api_domain_ip",
      })
  void what_is_got_is_not_posted(String path) {
    assertThat(Caller.errCode(caller.post(path, "{}"))).isEqualTo(43001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cgi-bin/stable_token",
        "/cgi-bin/media/upload",
        "/cgi-bin/message/custom/send",
        "/cgi-bin/message/custom/typing",
        "/cgi-bin/clear_quota",
        "/cgi-bin/callback/check",
      })
  void what_is_posted_is_not_got(String path) {
    assertThat(Caller.errCode(caller.get(path))).isEqualTo(43002);
  }

  @Test
  void a_call_wants_a_token() {
    assertThat(Caller.errCode(caller.get(IPS))).isEqualTo(41001);
    assertThat(Caller.errCode(caller.get(IPS, "access_token", ""))).isEqualTo(41001);
  }

  @Test
  void what_is_no_token_is_told_from_a_token_that_nobody_knows() {
    String unknown = new Caller().token(SHOP);

    assertThat(Caller.errCode(caller.get(IPS, "access_token", "undefined"))).isEqualTo(40014);
    assertThat(Caller.json(caller.get(IPS, "access_token", unknown)).path("errmsg").asText())
        .matches("invalid credential, access_token is invalid or not latest.*" + Caller.RID);
  }

  @Test
  void an_expired_token_is_told_from_one_that_was_replaced() {
    String old = caller.platform.tokens().classic(SHOP).value();
    caller.platform.tokens().classic(SHOP);
    assertThat(caller.get(IPS, "access_token", old).body())
        .startsWith("{\"ip_list\"".getBytes(StandardCharsets.UTF_8));

    caller.clock.advance(Duration.ofMinutes(5));
    assertThat(Caller.errCode(caller.get(IPS, "access_token", old))).isEqualTo(40001);
    caller.clock.advance(Duration.ofHours(2));
    assertThat(Caller.errCode(caller.get(IPS, "access_token", old))).isEqualTo(42001);
  }

  @Test
  void the_token_is_looked_at_before_the_body() {
    assertThat(Caller.errCode(caller.post("/cgi-bin/message/custom/send", "{"))).isEqualTo(41001);
    assertThat(Caller.errCode(caller.postAsShop("/cgi-bin/message/custom/send", "{")))
        .isEqualTo(47001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cgi-bin/stable_token",
        "/cgi-bin/message/custom/send",
        "/cgi-bin/message/custom/typing",
        "/cgi-bin/clear_quota",
        "/cgi-bin/callback/check",
      })
  void a_body_must_be_an_object_in_utf_8(String path) {
    assertThat(Caller.errCode(caller.postAsShop(path, ""))).isEqualTo(44002);
    for (String body : List.of("{", "[]", "\"a\"", "7", "null", "{} {}", "{'a':1}", " ")) {
      assertThat(Caller.errCode(caller.postAsShop(path, body))).as(body).isEqualTo(47001);
    }
    for (byte[] body : List.of(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}, utf16())) {
      ApiAnswer answer =
          caller.post(path, "application/json", body, "access_token", caller.token(SHOP));
      assertThat(Caller.errCode(answer)).isEqualTo(47001);
    }
    String deep = "{\"a\":" + "[".repeat(60_000);
    assertThat(Caller.errCode(caller.postAsShop(path, deep))).isEqualTo(47001);
  }

  @Test
  void nothing_makes_it_throw() {
    var random = new Random(1);
    String token = caller.token(SHOP);
    for (String path : caller.api.paths()) {
      for (int i = 0; i < 200; i++) {
        byte[] body = new byte[random.nextInt(64)];
        random.nextBytes(body);
        Map<String, String> query =
            Map.of("access_token", token, "type", "voice", "media_id", "\u0000");
        String contentType = i % 2 == 0 ? "multipart/form-data; boundary=" + i % 3 : "\r\n;\u0000";
        ApiAnswer answer =
            caller.api.answer(
                new ApiCall(i % 3 == 0 ? "GET" : "POST", path, query, contentType, body));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Caller.errCode(answer)).isNotEqualTo(-1);
      }
    }
  }

  @Test
  void a_fault_of_its_own_is_a_busy_system() {
    var broken =
        new WeChatApi(
            caller.platform,
            () -> {
              throw new IllegalStateException("no address yet");
            });
    var video = caller.platform.media().put(SHOP, MediaType.VIDEO, MediaFormat.MP4, new byte[1]);
    var query = Map.of("access_token", caller.token(SHOP), "media_id", video.mediaId());

    ApiAnswer answer =
        broken.answer(new ApiCall("GET", "/cgi-bin/media/get", query, "", new byte[0]));

    assertThat(Caller.json(answer).path("errmsg").asText()).matches("system error" + Caller.RID);
  }

  @Test
  void nothing_of_a_call_or_an_answer_shows_in_a_log() {
    var call =
        new ApiCall(
            "GET",
            "/cgi-bin/token",
            Map.of("secret", "hidden"),
            "",
            "hidden".getBytes(StandardCharsets.UTF_8));

    assertThat(call.toString()).isEqualTo("GET /cgi-bin/token");
    assertThat(ApiAnswer.ok().toString())
        .isEqualTo("200 application/json; encoding=utf-8, 27 bytes");
    assertThat(new Credentials("hidden", "hidden", "hidden").toString()).isEqualTo("credentials");
  }

  private static byte[] utf16() {
    return "{}".getBytes(StandardCharsets.UTF_16BE);
  }
}
