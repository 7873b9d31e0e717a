package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Account;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a jsapi_ticket, with which pages of the organisation sign their use of JS-SDK.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/webdev/access/api_getticket.html">获取临时票据</a>
 */
final class FetchTicket implements Tokens.Fetch {
  /** Not of those calls of which an account may have so many. */
  static final String PATH = "/cgi-bin/ticket/getticket";

  private final CallWeChat wechat;
  private final InstantSource clock;

  FetchTicket(CallWeChat wechat, InstantSource clock) {
    this.wechat = wechat;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Token> fetch(Account account, @Nullable Token refused) {
    WeChatCall call = WeChatCall.get(account.name(), PATH, "type=jsapi");
    Instant asked = clock.instant();
    return wechat
        .callAnyway(call)
        .thenCompose(answer -> FetchToken.token(call, answer, "ticket", asked));
  }
}
