package io.github.wechatgateway.sandbox.api;

import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.Platform;

/**
 * What a token is fetched with. The AppID is looked at first, as WeChat does: a wrong one is told
 * even if there is no {@code grant_type}.
 */
record Credentials(String grantType, String appId, String secret) {

  OfficialAccount check(Platform platform) throws Refusal {
    if (appId.isEmpty()) {
      throw new Refusal(ErrCode.APPID_MISSING);
    }
    OfficialAccount account =
        platform.account(appId).orElseThrow(() -> new Refusal(ErrCode.INVALID_APPID));
    if (!grantType.equals("client_credential")) {
      throw new Refusal(ErrCode.INVALID_GRANT_TYPE);
    }
    if (secret.isEmpty()) {
      throw new Refusal(ErrCode.APPSECRET_MISSING);
    }
    if (!secret.equals(account.appSecret())) {
      throw new Refusal(ErrCode.INVALID_APPSECRET);
    }
    return account;
  }

  /** They are nothing for logs. */
  @Override
  public String toString() {
    return "credentials";
  }
}
