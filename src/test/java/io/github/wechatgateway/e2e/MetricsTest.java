package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.GatewayForTests;
import io.github.wechatgateway.junit.Delivered;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.message.Text;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dashboard and the alerts look at is there, once it has happened. */
class MetricsTest {
  private static final Pattern NAME = Pattern.compile("\\bwechat_[a-z_]+");

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.late.delays", "1")
          .setting("wechat.callback.budget", "900")
          .setting("wechat.accounts.unverified.app-id", "wxdemo0000000048")
          .setting("wechat.accounts.unverified.app-secret", "demosecret00000000000000000000000")
          .setting("wechat.accounts.unverified.token", "demotoken")
          .handler("on-text", MetricsTest::handle);

  private static void handle(Exchange exchange) {
    String text = exchange.getMessage().getBody(Text.class).content();
    if (text.contains("canaryFailure")) {
      throw new IllegalStateException("as the test wants it");
    }
    exchange.getMessage().setBody("well");
  }

  @BeforeAll
  static void happen() throws Exception {
    deliver(Map.of("MsgType", "text", "Content", "hello")).isText("well");
    deliver(Map.of("MsgType", "text", "Content", "canaryFailure")).isNothing();
    WeChatClient wechat = new WeChatClient();
    wechat.postPlain(GATEWAY.uri().resolve("/wechat/demo"), "<xml></xml>");
    deliver(Map.of("MsgType", "text", "Content", "twice", "MsgId", "17")).isText("well");
    deliver(Map.of("MsgType", "text", "Content", "twice", "MsgId", "17")).isText("well");
    late("demo", "oSandboxUser1");
    await().until(() -> metrics().contains("step=\"sent\"} 1"));
    refuse(48001);
    late("unverified", "oSandboxUser1");
    await().until(() -> metrics().contains("wechat_may_not_send{account=\"unverified\"} 1"));
    refuse(45015);
    late("demo", "oSandboxUser2");
    await().until(() -> metrics().contains("account=\"demo\",step=\"kept\"} 1"));
    refuse(45009);
    late("demo", "oSandboxUser3");
    await().until(() -> metrics().contains("end=\"daily_quota\"} 1"));
    await().until(() -> metrics().contains("queue=\"wechat.dead\"} 1"));
  }

  private static Delivered deliver(Map<String, ?> message) {
    return GATEWAY.deliverAs(Map.of("account", "demo", "message", message));
  }

  private static void late(String account, String user) {
    Map<String, ?> message = Map.of("MsgType", "text", "Content", "slow", "SandboxDelay", 1500);
    GATEWAY.deliverAs(Map.of("account", account, "user", user, "message", message)).isNothing();
  }

  private static void refuse(int errcode) {
    GATEWAY.fault(Map.of("path", "/cgi-bin/message/custom/send", "errcode", errcode, "times", 1));
  }

  static Iterable<String> named() throws Exception {
    String files =
        Files.readString(Path.of("config", "prometheus", "alerts.yml"))
            + Files.readString(Path.of("config", "grafana", "wechat-gateway.json"));
    return NAME.matcher(files).results().map(MatchResult::group).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("named")
  void each_metric_that_dashboard_and_alerts_name_has_a_sample(String name) throws Exception {
    assertThat(metrics().lines()).anyMatch(line -> line.matches(name + "(_count)?(\\{.*| .*)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wechat_answers_seconds_count{account=\"demo\",type=\"text\"}",
        "wechat_late_total{account=\"demo\",why=\"failed\"} 1",
        "wechat_late_total{account=\"demo\",why=\"not_in_time\"} 3",
        "wechat_copies_total{account=\"demo\"} 1",
        "wechat_callbacks_refused_total{account=\"demo\",status=\"403\"} 1",
        "wechat_failed_handlers_total{account=\"demo\",handler=\"on-text\"} 2",
        "wechat_calls_total{account=\"demo\",api=\"/cgi-bin/message/custom/send\",end=\"ok\"} 1",
        "wechat_calls_total{account=\"demo\",api=\"/cgi-bin/message/custom/send\",end=\"outside_window\"} 1",
        "wechat_late_steps_total{account=\"demo\",step=\"held_back\"} 1",
        "wechat_queue_messages{queue=\"wechat.kept\"} 2",
        "wechat_journal_writable 1",
        "wechat_queue_messages{queue=\"wechat.dead\"} 1"
      })
  void it_says_what_has_happened(String sample) throws Exception {
    assertThat(metrics()).contains(sample);
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe.md", "observe.zh-CN.md"})
  void the_documents_name_each_metric(String document) throws Exception {
    String text = Files.readString(Path.of("docs", document));

    assertThat(metrics().lines().filter(line -> line.startsWith("# TYPE wechat_")))
        .allSatisfy(
            line ->
                assertThat(text)
                    .contains('`' + line.split(" ")[2].replaceFirst("_max$", "") + '`'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe.md", "observe.zh-CN.md"})
  void the_documents_name_no_other(String document) throws Exception {
    String text = Files.readString(Path.of("docs", document));
    String sources = Sources.text();

    assertThat(NAME.matcher(text).results().map(MatchResult::group).distinct())
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(sources)
                    .contains(
                        "\""
                            + name.replaceFirst("(_total|(?<=answers|handlers)_seconds)$", "")
                            + "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"oSandboxUser", "canaryFailure"})
  void no_label_holds_a_user_or_what_he_wrote(String secret) throws Exception {
    assertThat(metrics()).doesNotContain(secret);
  }

  private static String metrics() throws Exception {
    int port = GatewayForTests.managementPort(GATEWAY.context());
    URI page = URI.create("http://127.0.0.1:" + port + "/observe/metrics");
    HttpRequest request = HttpRequest.newBuilder(page).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
