package io.github.wechatgateway.sandbox;

import io.github.wechatgateway.http.Request;
import io.github.wechatgateway.sandbox.api.ApiAnswer;
import io.github.wechatgateway.sandbox.api.ApiCall;
import io.github.wechatgateway.sandbox.api.WeChatApi;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;

/** Has a call that came over HTTP answered as api.weixin.qq.com would. */
public final class CallApi extends AsyncProcessorSupport {
  static final String PREFIX = "/sandbox/wechat";

  private final WeChatApi api;
  private final int maxBody;
  private final Vertx vertx;

  CallApi(WeChatApi api, int maxBody, Vertx vertx) {
    this.api = api;
    this.maxBody = maxBody;
    this.vertx = vertx;
  }

  /** WeChat's own path of a call. */
  static String path(Request request) {
    return request.path().substring(PREFIX.length());
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    Request request = exchange.getMessage().getBody(Request.class);
    request
        .read(maxBody)
        // Some megabytes of a video are looked through: not where callbacks are answered.
        .compose(
            body -> vertx.executeBlocking(() -> api.answer(call(request, body, exchange)), false))
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

  private static ApiCall call(Request request, Buffer body, Exchange exchange) {
    Map<String, String> query = new TreeMap<>();
    exchange
        .getMessage()
        .getHeaders()
        .forEach((name, value) -> query.put(name, String.valueOf(value)));
    String type = Objects.requireNonNullElse(request.header("Content-Type"), "");
    return new ApiCall(request.method(), path(request), query, type, body.getBytes());
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
