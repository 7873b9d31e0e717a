package io.github.wechatgateway.sandbox.api;

import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.TokenUse;
import io.github.wechatgateway.sandbox.state.Tokens;

/**
 * Finds the account that a call's access_token belongs to.
 *
 * <p>WeChat answers 42001 for a token whose two hours are over, 40001 for one that another replaced
 * and for one that it does not know, 40014 for what is no token at all.
 */
final class Authorization {
  private final Tokens tokens;

  Authorization(Tokens tokens) {
    this.tokens = tokens;
  }

  OfficialAccount account(ApiCall call) throws Refusal {
    String token =
        call.parameter("access_token").orElseThrow(() -> new Refusal(ErrCode.ACCESS_TOKEN_MISSING));
    TokenUse use = tokens.use(token);
    switch (use.state()) {
      case EXPIRED -> throw new Refusal(ErrCode.ACCESS_TOKEN_EXPIRED);
      case NOT_LATEST -> throw new Refusal(ErrCode.INVALID_CREDENTIAL);
      case MALFORMED -> throw new Refusal(ErrCode.INVALID_ACCESS_TOKEN);
      case VALID -> {}
    }
    return use.account().orElseThrow(() -> new Refusal(ErrCode.INVALID_CREDENTIAL));
  }
}
