package io.github.wechatgateway.sandbox;

import io.github.wechatgateway.sandbox.api.ApiAnswer;
import io.github.wechatgateway.sandbox.api.ApiCall;
import io.github.wechatgateway.sandbox.api.WeChatApi;
import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;

/** Has a call answered as api.weixin.qq.com would. */
public final class CallApi extends AsyncProcessorSupport {
  private final WeChatApi api;
  private final Vertx vertx;

  CallApi(WeChatApi api, Vertx vertx) {
    this.api = api;
    this.vertx = vertx;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    ApiCall call = exchange.getMessage().getBody(ApiCall.class);
    vertx
        // Some megabytes of a video are looked through: not where callbacks are answered.
        .executeBlocking(() -> api.answer(call), false)
        .onComplete(
            done -> {
              if (done.succeeded()) {
                answer(done.result(), exchange);
              } else {
                exchange.setException(done.cause());
              }
              callback.done(false);
            });
    return false;
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
