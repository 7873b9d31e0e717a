package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.LogLines;
import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.TokenKind;
import io.github.wechatgateway.junit.GatewayExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each errcode of the stand-in leads to: how often WeChat is called, with which token, and
 * what becomes of the next call. Each has an account of its own, since pauses are an account's.
 */
class ErrCodesThroughRoutesTest {
  private static final String API = "/cgi-bin/getcallbackip";
  private static final String TOKEN = "/cgi-bin/stable_token";
  private static final int ENOUGH = 100;

  /** Errcodes; how the call ends; requests to WeChat; the token after it; the next call. */
  private static final String OF_CALLS =
      """
      45065 45066                         | DONE_BEFORE       | 1 | kept    | goes out
      45072 45080 45081                   | TYPING            | 1 | kept    | goes out
      -1                                  | BUSY              | 4 | kept    | goes out
      40001 40014 42001                   | TOKEN_REFUSED     | 2 | renewed | goes out
      40002 40013 40125 41002 41004       | WRONG_CREDENTIALS | 1 | kept    | goes out
      40164 61004                         | IP_NOT_LISTED     | 1 | kept    | is stopped
      40243                               | SECRET_FROZEN     | 1 | kept    | is stopped
      50007                               | ACCOUNT_FROZEN    | 1 | kept    | is stopped
      45009                               | DAILY_QUOTA       | 1 | kept    | is stopped
      45011                               | TOO_FREQUENT      | 1 | kept    | is stopped
      45015                               | OUTSIDE_WINDOW    | 1 | kept    | goes out
      45047                               | MESSAGES_USED_UP  | 1 | kept    | goes out
      45002 45008                         | TOO_LONG          | 1 | kept    | goes out
      40003 43004 43019 48002 50002 50005 | USER_OUT_OF_REACH | 1 | kept    | goes out
      48001                               | NOT_AUTHORIZED    | 1 | kept    | goes out
      48004 50001                         | BANNED            | 1 | kept    | goes out
      40007                               | BAD_MEDIA_ID      | 1 | kept    | goes out
      40008 40035 44004 47001             | BAD_REQUEST       | 1 | kept    | goes out
      48006                               | CLEARINGS_USED_UP | 1 | kept    | goes out
      40066                               | OTHER             | 1 | kept    | goes out
      """;

  /** Errcodes; how a call ends that needs a token; requests to WeChat; the next call; the alarm. */
  private static final String OF_TOKENS =
      """
      -1                                  | BUSY              | 4 | goes out   | nothing
      40001 40002 40013 40125 41002 41004 | WRONG_CREDENTIALS | 1 | is stopped | compare 开发者ID(AppID) and 开发者密码(AppSecret) at 公众平台
      40164                               | IP_NOT_LISTED     | 1 | is stopped | IP: 192.0.2.1,
      61004                               | IP_NOT_LISTED     | 1 | is stopped | IP白名单
      40243                               | SECRET_FROZEN     | 1 | is stopped | unfreeze it (解冻) at 公众平台 > 设置与开发 > 基本配置
      50007                               | ACCOUNT_FROZEN    | 1 | is stopped | read 通知中心 at 公众平台
      45009                               | DAILY_QUOTA       | 1 | is stopped | 接口权限 shows the quota
      45011                               | TOO_FREQUENT      | 1 | is stopped | too many calls in a minute
      48001                               | NOT_AUTHORIZED    | 1 | goes out   | nothing
      """;

  @RegisterExtension final LogLines alarms = new LogLines(Alarms.class);

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      Stream.concat(each(OF_CALLS, "call"), each(OF_TOKENS, "token"))
          .map(row -> (String) row.get()[0])
          .reduce(gateway(), ErrCodesThroughRoutesTest::account, (one, other) -> one);

  static Stream<Arguments> ofCalls() {
    return each(OF_CALLS, "call");
  }

  static Stream<Arguments> ofTokens() {
    return each(OF_TOKENS, "token");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("ofCalls")
  void a_call_ends_as_its_errcode_says(
      String name, int errcode, ErrCode end, int requests, String token, String next)
      throws Exception {
    Caller account = new Caller(GATEWAY.context(), name);
    account.get(API);
    Token before = token(name);
    GATEWAY.fault(Map.of("path", API, "errcode", errcode, "times", ENOUGH));

    assertThat(reason(account.exchange(API))).isEqualTo(end.action() == Action.PASS ? null : end);

    assertThat(befallen()).isEqualTo(requests);
    assertThat(token(name).is(before)).isEqualTo(token.equals("kept"));
    account.exchange(API);
    assertThat(befallen() > requests).isEqualTo(next.equals("goes out"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("ofTokens")
  void a_call_without_a_token_ends_as_the_errcode_of_its_fetching_says(
      String name, int errcode, ErrCode end, int requests, String next, String alarm)
      throws Exception {
    Caller account = new Caller(GATEWAY.context(), name);
    GATEWAY.fault(Map.of("path", TOKEN, "errcode", errcode, "times", ENOUGH));

    assertThat(reason(account.exchange(API))).isEqualTo(end);

    assertThat(befallen()).isEqualTo(requests);
    account.exchange(API);
    assertThat(befallen() > requests).isEqualTo(next.equals("goes out"));
    assertThat(alarms.lines())
        .hasSize(alarm.equals("nothing") ? 0 : 1)
        .allSatisfy(line -> assertThat(line).startsWith("ERROR account=" + name).contains(alarm));
  }

  @AfterEach
  void end_faults() throws Exception {
    faults("DELETE");
  }

  private static GatewayExtension gateway() {
    return new GatewayExtension()
        .setting("wechat.api.retry-delay", "1")
        .setting("wechat.sandbox.max-faults", "1")
        // Tokens are fetched by calls alone.
        .setting("camel.main.routesExcludePattern", "file:routes/wechat/renew-token*");
  }

  private static GatewayExtension account(GatewayExtension gateway, String name) {
    String prefix = "wechat.accounts." + name + ".";
    return gateway
        .setting(prefix + "app-id", "wx" + name)
        .setting(prefix + "app-secret", "secretOf" + name)
        .setting(prefix + "token", "tokenOf" + name)
        .setting(prefix + "late-reply", "retries");
  }

  /** A row for each errcode, with the name of its account. */
  private static Stream<Arguments> each(String table, String kind) {
    return table
        .lines()
        .map(line -> line.split(" *\\| "))
        .flatMap(row -> Arrays.stream(row[0].split(" ")).map(code -> row(kind, code, row)));
  }

  private static Arguments row(String kind, String errcode, String[] row) {
    Object[] arguments = new Object[row.length + 1];
    arguments[0] = kind + errcode.replace("-", "minus");
    arguments[1] = errcode;
    System.arraycopy(row, 1, arguments, 2, row.length - 1);
    return Arguments.of(arguments);
  }

  private static @Nullable ErrCode reason(Exchange exchange) {
    return exchange.getException() instanceof WeChatRefusal refusal ? refusal.reason() : null;
  }

  private static Token token(String name) throws Exception {
    Account account = DemoAccount.of(name, TokenKind.STABLE);
    return requireNonNull(
            GATEWAY.context().getRegistry().lookupByNameAndType("access-tokens", Tokens.class))
        .get(account)
        .toCompletableFuture()
        .get(5, TimeUnit.SECONDS);
  }

  /** How many requests the fault has befallen. */
  private static int befallen() throws Exception {
    return ENOUGH - new ObjectMapper().readTree(faults("GET")).at("/faults/0/times").asInt();
  }

  private static String faults(String method) throws Exception {
    URI faults = GATEWAY.uri().resolve("/sandbox/faults");
    HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(faults).method(method, nothing).build(),
            BodyHandlers.ofString(UTF_8))
        .body();
  }
}
