package io.github.wechatgateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong on purpose, as a client of WeChat's API meets it. */
class FaultsTest {
  /** Clients that have sent all of a call are not slow, however long they wait for a fault. */
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().setting("wechat.callback.idle-timeout", "1");

  private static final StandIn STAND_IN = new StandIn(GATEWAY);
  private static final String PATH = "/cgi-bin/getcallbackip";

  @AfterEach
  void end_all() throws Exception {
    STAND_IN.endFaults();
  }

  @Test
  void an_errcode_befalls_so_many_calls_of_its_path_and_no_other() throws Exception {
    GATEWAY.fault(Map.of("path", PATH, "errcode", 45011, "times", 2));

    assertThat(call("/cgi-bin/get_api_domain_ip").body()).doesNotContain("45011");
    assertThat(call(PATH).body()).contains("\"errcode\":45011");
    assertThat(call(PATH).body()).contains("\"errcode\":45011");
    assertThat(call(PATH).body()).contains("\"errcode\":41001");
  }

  @ParameterizedTest
  @CsvSource({"40164, invalid ip 192.0.2.1", "48001, api unauthorized", "-1, system error"})
  void an_errcode_comes_with_the_words_of_wechat(int errcode, String words) throws Exception {
    GATEWAY.fault(Map.of("path", PATH, "errcode", errcode));

    assertThat(call(PATH).body()).contains(words).contains(" rid: ");
  }

  @Test
  void a_status_comes_with_a_page_in_html() throws Exception {
    GATEWAY.fault(Map.of("path", PATH, "status", 502));

    HttpResponse<String> answer = call(PATH);

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).startsWith("<html>");
  }

  @Test
  void a_page_in_html_comes_with_status_200() throws Exception {
    GATEWAY.fault(Map.of("path", PATH, "html", true));

    HttpResponse<String> answer = call(PATH);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html");
    assertThat(answer.body()).startsWith("<html>");
  }

  @Test
  void a_delay_comes_before_the_true_answer() throws Exception {
    GATEWAY.fault(Map.of("path", PATH, "delay", 0.2));

    long begun = System.nanoTime();
    String answer = call(PATH).body();

    assertThat(answer).contains("41001");
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  @Test
  void a_delay_may_be_longer_than_a_slow_client_has() throws Exception {
    String path = "/cgi-bin/message/custom/send";
    GATEWAY.fault(Map.of("path", path, "delay", 3));

    assertThat(post(path, 9).body()).contains("41001");
  }

  @Test
  void one_that_hangs_never_answers() throws Exception {
    String path = "/cgi-bin/message/custom/send";
    GATEWAY.fault(Map.of("path", path, "hang", true));

    assertThatThrownBy(() -> post(path, 4)).isInstanceOf(HttpTimeoutException.class);
    assertThat(post(path, 4).body()).contains("41001");
  }

  @Test
  void a_truncated_answer_ends_in_its_middle() {
    GATEWAY.fault(Map.of("path", PATH, "truncate", true));

    assertThatThrownBy(() -> call(PATH))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("content-length: 81, bytes received: 40");
  }

  @Test
  void a_connection_that_breaks_is_reset() {
    String path = "/cgi-bin/clear_quota"; // a POST, which the client does not send again by itself
    GATEWAY.fault(Map.of("path", path, "reset", true));

    assertThatThrownBy(() -> post(path, 4))
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining("Connection reset");
  }

  @Test
  void the_first_that_was_asked_for_goes_first() throws Exception {
    GATEWAY.fault(Map.of("path", PATH, "errcode", -1));
    GATEWAY.fault(Map.of("path", PATH, "status", 503));

    assertThat(call(PATH).body()).contains("\"errcode\":-1");
    assertThat(call(PATH).statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{}                                                          | path: missing",
        "{`path`:`/nowhere`,`hang`:true}                             | path: 8 characters",
        "{`path`:`/cgi-bin/token`}                                   | 0 kinds of fault",
        "{`path`:`/cgi-bin/token`,`hang`:true,`reset`:true}          | 2 kinds of fault",
        "{`path`:`/cgi-bin/token`,`hang`:false}                      | hang: a boolean",
        "{`path`:`/cgi-bin/token`,`errcode`:`45011`}                 | errcode: 5 characters",
        "{`path`:`/cgi-bin/token`,`errcode`:40001.9}                 | errcode: a number",
        "{`path`:`/cgi-bin/token`,`errcode`:0}                       | errcode: a number",
        "{`path`:`/cgi-bin/token`,`status`:200}                      | status: a number",
        "{`path`:`/cgi-bin/token`,`delay`:61}                        | delay: a number",
        "{`path`:`/cgi-bin/token`,`errcode`:1,`times`:0}             | times: a number",
        "{`path`:`/cgi-bin/token`,`errcode`:1,`times`:`2`}           | times: 1 characters",
        "{`path`:`/cgi-bin/token`,`explode`:true}                    | a field that is unknown"
      })
  void what_can_not_be_is_refused_with_the_field(String json, String told) throws Exception {
    HttpResponse<String> answer = STAND_IN.post("/sandbox/faults", json.replace('`', '"'));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(told).contains("(expected: ");
  }

  private static HttpResponse<String> call(String path) throws Exception {
    return StandIn.send(STAND_IN.request("/sandbox/wechat" + path).timeout(Duration.ofSeconds(2)));
  }

  private static HttpResponse<String> post(String path, int seconds) throws Exception {
    return StandIn.send(
        STAND_IN.posting("/sandbox/wechat" + path, "{}").timeout(Duration.ofSeconds(seconds)));
  }
}
