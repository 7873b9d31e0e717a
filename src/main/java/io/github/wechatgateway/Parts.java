package io.github.wechatgateway;

import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.config.Address;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.wechat.ApiAddress;
import io.github.wechatgateway.wechat.WeChat;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a gateway that is tried was put together from.
 *
 * @param official the accounts as WeChat's console shows them
 * @param door where it listens, once it does
 * @param callbacks where one that is no trial listens
 */
record Parts(
    Accounts accounts,
    List<OfficialAccount> official,
    Limits limits,
    ApiAddress api,
    WeChat wechat,
    Vertx vertx,
    Supplier<URI> door,
    Address callbacks) {}
