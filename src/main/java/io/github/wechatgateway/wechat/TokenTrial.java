package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Account;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/** Asks WeChat for an account's access token once, to see whether it gives one. */
public final class TokenTrial {
  private final Calls calls;
  private final InstantSource clock;

  TokenTrial(Calls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * Asks, and forgets the token.
   *
   * <p>Always with {@code cgi-bin/stable_token} and without force, for accounts with {@code
   * access-token=classic} too: that gives what is there already, whoever fetched it. {@code
   * cgi-bin/token} would make another, and end the one that other programs use; the two kinds don't
   * disturb each other.
   *
   * @return fails with {@link WeChatRefusal}
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html">稳定版</a>
   */
  public CompletionStage<Void> ask(Account account) {
    WeChatCall call = FetchToken.stable(account, false).once();
    return calls
        .send(call, null)
        .thenCompose(answer -> FetchToken.token(call, answer, "access_token", clock.instant()))
        .thenAccept(token -> {});
  }
}
