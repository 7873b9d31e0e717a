package io.github.wechatgateway.sandbox.api;

/** One of the calls that want no token, once its method is found right. */
@FunctionalInterface
interface OpenOperation {
  ApiAnswer answer(ApiCall call) throws Refusal;
}
