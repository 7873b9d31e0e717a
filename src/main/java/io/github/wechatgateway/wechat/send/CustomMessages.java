package io.github.wechatgateway.wechat.send;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;

import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.CustomerServiceJson;
import io.github.wechatgateway.reply.CustomerServiceMessages;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.CallWeChat;
import io.github.wechatgateway.wechat.ErrCode;
import io.github.wechatgateway.wechat.WeChatAnswer;
import io.github.wechatgateway.wechat.WeChatCall;
import io.github.wechatgateway.wechat.WeChatRefusal;
import io.github.wechatgateway.wechat.media.UploadReplyFiles;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes customer-service messages of a reply, and sends them.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.html">发送客服消息</a>
 */
final class CustomMessages {
  private static final String PATH = "/cgi-bin/message/custom/send";

  private final CallWeChat wechat;
  private final UploadReplyFiles files;
  private final CustomerServiceJson json;

  CustomMessages(CallWeChat wechat, UploadReplyFiles files, CustomerServiceJson json) {
    this.wechat = wechat;
    this.files = files;
    this.json = json;
  }

  /**
   * Uploads the files of a reply, and does something with its messages. WeChat may have thrown a
   * file away that we know: that one is uploaded again, and it is done again, once.
   */
  <T> CompletionStage<T> of(
      ReplyTo to, Function<CustomerServiceMessages, CompletionStage<T>> send) {
    return uploaded(to)
        .thenCompose(
            ready ->
                send(to, ready, send)
                    .exceptionallyCompose(
                        failed ->
                            isGone(failed) && forget(to, ready)
                                ? uploaded(to).thenCompose(again -> send(to, again, send))
                                : failedStage(failed)));
  }

  /**
   * Sends one of them.
   *
   * @param trace the {@link io.github.wechatgateway.step.TraceParent} of what it is sent for
   */
  CompletionStage<WeChatAnswer> post(String account, byte[] message, @Nullable String trace) {
    WeChatCall call = WeChatCall.post(account, PATH, message).within(trace);
    return wechat.call(call).thenCompose(answer -> taken(call, answer));
  }

  private CompletionStage<Reply> uploaded(ReplyTo to) {
    return files.uploaded(to.account(), to.reply());
  }

  /** Somebody else may have had the same file uploaded again meanwhile. */
  private boolean forget(ReplyTo to, Reply ready) {
    files.forget(ready);
    return !ready.equals(to.reply());
  }

  private <T> CompletionStage<T> send(
      ReplyTo to, Reply ready, Function<CustomerServiceMessages, CompletionStage<T>> send) {
    try {
      return send.apply(json.messages(ready, to.user(), to.kfAccount()));
    } catch (BadReply bad) {
      return failedStage(bad);
    }
  }

  private static CompletionStage<WeChatAnswer> taken(WeChatCall call, WeChatAnswer answer) {
    return answer.json().has("errcode")
        ? completedStage(answer)
        : failedStage(WeChatRefusal.withoutErrcode(call, answer));
  }

  private static boolean isGone(Throwable failed) {
    return AsyncStep.cause(failed) instanceof WeChatRefusal refusal
        && refusal.reason() == ErrCode.BAD_MEDIA_ID;
  }
}
