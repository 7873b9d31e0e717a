package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.account.Secret;
import io.github.wechatgateway.account.TokenKind;
import java.util.List;

/** An account for tests. */
final class DemoAccount {
  private DemoAccount() {}

  static Account with(TokenKind accessToken) {
    return of("demo", accessToken);
  }

  /** One of another name. */
  static Account of(String name, TokenKind accessToken) {
    return new Account(
        name,
        "wxdemo",
        new Secret("s+1"),
        new Secret("token"),
        accessToken,
        List.of(),
        Encryption.PLAIN,
        LateReply.RETRIES,
        "");
  }
}
