package io.github.wechatgateway.sandbox;

import io.github.wechatgateway.sandbox.api.ApiAnswer;
import io.github.wechatgateway.sandbox.api.ApiCall;
import io.github.wechatgateway.sandbox.api.WeChatApi;
import io.github.wechatgateway.step.AsyncStep;
import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Has a call answered as api.weixin.qq.com would. */
final class CallApi implements AsyncStep.Work {
  private final WeChatApi api;
  private final Vertx vertx;

  CallApi(WeChatApi api, Vertx vertx) {
    this.api = api;
    this.vertx = vertx;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) {
    ApiCall call = exchange.getMessage().getBody(ApiCall.class);
    return vertx
        // Some megabytes of a video are looked through: not where callbacks are answered.
        .executeBlocking(() -> api.answer(call), false)
        .toCompletionStage()
        .thenAccept(given -> answer(given, exchange));
  }

  static void answer(ApiAnswer given, Exchange exchange) {
    Message answer = exchange.getMessage();
    answer.removeHeaders("*");
    given.headers().forEach(answer::setHeader);
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, given.status());
    answer.setHeader(Exchange.CONTENT_TYPE, given.contentType());
    answer.setBody(ByteBuffer.wrap(given.body()));
  }
}
