package io.github.wechatgateway.sandbox.api;

import io.github.wechatgateway.sandbox.state.OfficialAccount;

/** One of the API's calls, once its method and its token are found right. */
@FunctionalInterface
interface Operation {
  ApiAnswer answer(ApiCall call, OfficialAccount account) throws Refusal;
}
