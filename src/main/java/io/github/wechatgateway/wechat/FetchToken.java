package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.completedStage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Secret;
import io.github.wechatgateway.account.TokenKind;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Fetches access tokens (接口调用凭据).
 *
 * <p>A stable one that was refused is asked for without force first: if another program has
 * replaced it, WeChat gives what it got instead. With force it is asked for once, even if there is
 * no answer: each time may end a token.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html">稳定版</a>
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/base/api_getaccesstoken.html">普通</a>
 */
final class FetchToken implements Tokens.Fetch {
  private final Calls calls;
  private final Refreshes refreshes;
  private final InstantSource clock;

  FetchToken(Calls calls, Refreshes refreshes, InstantSource clock) {
    this.calls = calls;
    this.refreshes = refreshes;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Token> fetch(Account account, @Nullable Token refused) {
    if (account.accessToken() == TokenKind.CLASSIC) {
      return refused == null || refreshes.allow(account)
          ? fetch(classic(account))
          : completedStage(refused);
    }
    return fetch(stable(account, false))
        .thenCompose(
            token ->
                refused != null && refused.is(token) && refreshes.allow(account)
                    ? fetch(stable(account, true).once())
                    : completedStage(token));
  }

  private CompletionStage<Token> fetch(WeChatCall call) {
    Instant asked = clock.instant();
    return calls.send(call, null).thenCompose(answer -> token(call, answer, "access_token", asked));
  }

  /** What an answer brings. */
  static CompletionStage<Token> token(
      WeChatCall call, WeChatAnswer answer, String field, Instant asked) {
    JsonNode json = answer.json();
    String value = json.path(field).asText();
    int seconds = json.path("expires_in").asInt();
    return value.isEmpty() || seconds <= 0
        ? CompletableFuture.failedStage(
            new WeChatRefusal(call, 0, ErrCode.UNREADABLE, "no " + field + " in the answer"))
        : completedStage(new Token(new Secret(value), asked.plusSeconds(seconds)));
  }

  private static WeChatCall classic(Account account) {
    String query =
        "grant_type=client_credential&appid=%s&secret=%s"
            .formatted(account.appId(), URLEncoder.encode(account.appSecret().value(), UTF_8));
    return WeChatCall.get(account.name(), "/cgi-bin/token", query);
  }

  /**
   * Asks for a stable one.
   *
   * @param force ends the one that works
   */
  static WeChatCall stable(Account account, boolean force) {
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put("grant_type", "client_credential")
            .put("appid", account.appId())
            .put("secret", account.appSecret().value())
            .put("force_refresh", force)
            .toString();
    return WeChatCall.post(account.name(), "/cgi-bin/stable_token", json.getBytes(UTF_8));
  }
}
