package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * What stands between the gateway and WeChat.
 *
 * @param address {@code http://<host>:<port>}
 */
public record Proxy(URI address, Optional<String> user, Secret password) {}
