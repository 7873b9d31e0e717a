package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.GatewayForTests;
import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How calls end is counted by the words that the alerts look for and docs/observe.md names. */
class CountedCallsTest {
  private static final Pattern IN_ALERTS = Pattern.compile("end=~?\"([a-z_|]+)\"");
  private static final Pattern IN_DOCUMENT = Pattern.compile("`([a-z_]+)` \\((\\d{5})");
  private static final Map<String, Integer> ERRCODES = errcodes();

  /** Each case has an account of its own: what WeChat refuses pauses the account's calls. */
  @RegisterExtension static final GatewayExtension GATEWAY = gateway();

  @BeforeAll
  static void each_account_has_its_token() {
    await().until(() -> counted("api=\"/cgi-bin/stable_token\",end=\"ok\"}") > ERRCODES.size());
  }

  @ParameterizedTest
  @MethodSource("ends")
  void a_call_that_wechat_refuses_is_counted_by_the_reason(String end) throws Exception {
    String account = account(end);
    GATEWAY.fault(
        Map.of("path", "/cgi-bin/getcallbackip", "errcode", ERRCODES.get(end), "times", 5));
    call(account);

    String relayed = "wechat_calls_total{account=\"%s\",api=\"relayed\",".formatted(account);
    assertThat(metrics().lines().filter(line -> line.startsWith(relayed)))
        .isNotEmpty()
        .allMatch(line -> line.startsWith(relayed + "end=\"" + end + "\"}"));
  }

  @Test
  void a_token_that_is_refused_is_counted_as_a_call_of_its_own() throws Exception {
    GATEWAY.fault(Map.of("path", "/cgi-bin/stable_token", "errcode", 40125));
    GATEWAY.fault(Map.of("path", "/cgi-bin/getcallbackip", "errcode", 42001));
    call("demo");

    assertThat(metrics())
        .contains(
            "wechat_calls_total{account=\"demo\",api=\"/cgi-bin/stable_token\",end=\"wrong_credentials\"} 1");
  }

  @AfterEach
  void wechat_is_well_again() throws Exception {
    send(HttpRequest.newBuilder(GATEWAY.uri().resolve("/sandbox/faults")).DELETE());
  }

  static Set<String> ends() {
    return ERRCODES.keySet();
  }

  private static Map<String, Integer> errcodes() {
    Map<String, Integer> errcodes = new TreeMap<>();
    try {
      IN_ALERTS
          .matcher(Files.readString(Path.of("config", "prometheus", "alerts.yml")))
          .results()
          .flatMap(ends -> Pattern.compile("\\|").splitAsStream(ends.group(1)))
          .forEach(end -> errcodes.put(end, errcode(end)));
      IN_DOCUMENT
          .matcher(Files.readString(Path.of("docs", "observe.md")))
          .results()
          .forEach(end -> errcodes.put(end.group(1), Integer.valueOf(end.group(2))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return errcodes;
  }

  private static int errcode(String end) {
    return IntStream.range(40_000, 99_999)
        .filter(code -> ErrCode.of(code).name().equalsIgnoreCase(end))
        .findFirst()
        .orElseThrow(() -> new AssertionError(end + ": the end of no call"));
  }

  private static GatewayExtension gateway() {
    GatewayExtension gateway = new GatewayExtension();
    for (String end : ERRCODES.keySet()) {
      String account = "wechat.accounts." + account(end) + ".";
      gateway
          .setting(account + "app-id", "wxdemo" + "0".repeat(5) + ERRCODES.get(end))
          .setting(account + "app-secret", "demosecret00000000000000000000000")
          .setting(account + "token", "demotoken");
    }
    return gateway;
  }

  private static String account(String end) {
    return end.replace("_", "");
  }

  private static void call(String account) throws Exception {
    URI uri = GATEWAY.uri().resolve("/api/" + account + "/wechat/cgi-bin/getcallbackip");
    send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer demo-key-of-the-sandbox"));
  }

  private static long counted(String call) throws Exception {
    return metrics().lines().filter(line -> line.contains(call)).count();
  }

  private static String metrics() throws Exception {
    int port = GatewayForTests.managementPort(GATEWAY.context());
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/metrics")));
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }
}
