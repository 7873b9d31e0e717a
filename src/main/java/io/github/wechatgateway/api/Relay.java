package io.github.wechatgateway.api;

import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.CallWeChat;
import io.github.wechatgateway.wechat.ErrCode;
import io.github.wechatgateway.wechat.WeChatAnswer;
import io.github.wechatgateway.wechat.WeChatCall;
import io.github.wechatgateway.wechat.WeChatRefusal;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Makes the {@link WeChatCall} in the body, and answers with what WeChat answered, an errcode too.
 */
final class Relay implements AsyncStep.Work {
  private final CallWeChat wechat;

  Relay(CallWeChat wechat) {
    this.wechat = wechat;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) {
    WeChatCall call = exchange.getMessage().getBody(WeChatCall.class);
    return wechat
        .call(call)
        .exceptionallyCompose(failed -> refused(call, AsyncStep.cause(failed)))
        .thenAccept(answer -> pass(answer, exchange.getMessage()));
  }

  /** A refusal of WeChat's to this very call, and not to the one for its token, is an answer. */
  private static CompletionStage<WeChatAnswer> refused(WeChatCall call, Throwable failed) {
    if (failed instanceof WeChatRefusal refusal
        && refusal.reason() != ErrCode.UNREADABLE
        && refusal.answer() != null
        && Objects.equals(refusal.answer().file(), call.answerTo())) {
      return CompletableFuture.completedStage(refusal.answer());
    }
    return CompletableFuture.failedStage(failed);
  }

  private static void pass(WeChatAnswer given, Message answer) {
    answer.removeHeaders("*");
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, given.status());
    answer.setHeader(
        Exchange.CONTENT_TYPE,
        given.contentType().isEmpty() ? "application/octet-stream" : given.contentType());
    if (!given.disposition().isEmpty()) {
      answer.setHeader("Content-Disposition", given.disposition());
    }
    answer.setHeader("Cache-Control", "no-store");
    answer.setBody(Objects.requireNonNull(given.file()).toFile());
  }
}
