package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** config/nginx/ in a real nginx, over TLS. */
@Execution(ExecutionMode.CONCURRENT)
class NginxTest {
  /** Seconds after which a message's third try comes. */
  private static final int THIRD = 10;

  /** wechat.callback.max-body. */
  private static final int LIMIT = 65_536;

  @TempDir private static Path folder;

  private static final WeChatClient WECHAT = new WeChatClient();
  private static Nginx nginx;
  private static HttpClient http;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Files.exists(Nginx.PROGRAM) || "true".equals(System.getenv("CI")), "no nginx");
    nginx = Nginx.before(RunningGateway.url("safe"), folder);
    http = HttpClient.newBuilder().sslContext(nginx.trust()).build();
  }

  @AfterAll
  static void stop() throws Exception {
    if (nginx != null) {
      nginx.close();
    }
  }

  @Test
  void an_encrypted_message_is_answered_through_it() throws Exception {
    HttpResponse<String> answer = post("/wechat/safe", Xml.text("hello"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Xml.text(WECHAT.opened(answer.body()), "Content")).startsWith("您好");
  }

  @Test
  void the_latest_answer_that_there_is_passes() throws Exception {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("nginx");
    String third = Xml.aged(THIRD, Xml.link(MisbehavingHandler.waitAt("nginx")));

    HttpResponse<String> answer = send("/wechat/late", WECHAT.signed(), third);
    gate.open();

    assertThat(Xml.text(answer.body(), "Content")).isEqualTo(RunningGateway.LATE_TEXT);
  }

  /**
   * It leaves this one open for six seconds, and then closes the connection; nginx would say 504.
   */
  @Test
  void it_is_the_gateway_that_ends_a_try() throws Exception {
    String first = Xml.link(MisbehavingHandler.waitAt("nginx ends"));

    HttpResponse<String> answer = send("/wechat/plain", WECHAT.signed(), first);
    MisbehavingHandler.gate("nginx ends").open();

    assertThat(answer.statusCode()).isEqualTo(502);
  }

  @Test
  void a_body_that_is_too_long_ends_there() throws Exception {
    assertThat(post("/wechat/safe", Xml.text("a".repeat(80_000))).statusCode()).isEqualTo(413);
  }

  @Test
  void nothing_but_callbacks_is_reached() throws Exception {
    for (String path :
        new String[] {
          "/", "/api/plain/token", "/sandbox/", "/observe/metrics", "/wechat/", "/wechat/safe/more"
        }) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  /**
   * To nginx each of them is /wechat/safe, to the gateway the second would be a call of its API.
   */
  @ParameterizedTest
  @ValueSource(strings = {"/api/../wechat/safe", "/api/safe/media/..%2f..%2f..%2fwechat%2fsafe"})
  void a_path_that_leads_to_a_callback_leads_nowhere_else(String path) throws Exception {
    assertThat(post(path, Xml.text("hello")).statusCode()).isEqualTo(200);
  }

  @Test
  void a_body_of_just_the_limit_reaches_the_gateway() throws Exception {
    String body = " ".repeat(LIMIT - "<xml/>".length()) + "<xml/>";

    assertThat(send("/wechat/plain", WECHAT.signed(), body).statusCode()).isEqualTo(400);
  }

  @Test
  void neither_of_its_logs_holds_a_query() throws Exception {
    post("/wechat/safe", Xml.text("hello"));
    get("/wechat/safe?signature=canary");
    post("/wechat/safe", Xml.text("a".repeat(80_000)));

    assertThat(nginx.accessLog())
        .anyMatch(line -> line.matches(".*\"POST /wechat/safe\" 200 [0-9.]+ [0-9.]+"))
        .anyMatch(line -> line.matches(".*\"GET /wechat/safe\" 403 .*"))
        .noneMatch(line -> line.contains("signature") || line.contains(Xml.USER));
    assertThat(nginx.errorLog()).doesNotContain("signature");
  }

  private static HttpResponse<String> post(String path, String xml) throws Exception {
    String encrypt = WECHAT.encrypt(xml);
    return send(path, WECHAT.signed(encrypt), WeChatClient.envelope(encrypt));
  }

  private static HttpResponse<String> send(String path, Map<String, String> query, String body)
      throws Exception {
    URI url = WeChatClient.withQuery(nginx.url(path), query);
    return http.send(
        HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString(UTF_8));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(nginx.url(path)).build(), BodyHandlers.ofString(UTF_8));
  }
}
