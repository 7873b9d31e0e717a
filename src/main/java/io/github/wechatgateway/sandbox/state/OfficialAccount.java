package io.github.wechatgateway.sandbox.state;

import io.github.wechatgateway.account.Encryption;
import java.util.Optional;

/**
 * An Official Account as WeChat's console shows it (公众平台 > 设置与开发 > 基本配置).
 *
 * @param name what the gateway's URL calls it
 * @param originalId 原始ID, {@code gh_…}: the {@code ToUserName} of what users send
 * @param encodingAesKey its 43 characters; none in plain mode
 * @param encryption how messages are delivered unless a delivery says otherwise
 */
public record OfficialAccount(
    String name,
    String originalId,
    String appId,
    String appSecret,
    String token,
    Optional<String> encodingAesKey,
    Encryption encryption) {

  /** The name alone: the rest is nothing for logs. */
  @Override
  public String toString() {
    return name;
  }
}
