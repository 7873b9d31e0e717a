package io.github.wechatgateway.wechat.send;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;

import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.CustomerServiceJson;
import io.github.wechatgateway.reply.CustomerServiceMessages;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyReader;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.CallWeChat;
import io.github.wechatgateway.wechat.ErrCode;
import io.github.wechatgateway.wechat.WeChatAnswer;
import io.github.wechatgateway.wechat.WeChatCall;
import io.github.wechatgateway.wechat.WeChatRefusal;
import io.github.wechatgateway.wechat.media.UploadReplyFiles;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/**
 * Sends the reply in the body to the user in {@code wechatUser}, as one customer-service message or
 * several, the next when WeChat has taken the one before. It leaves nothing in the body, so that a
 * handler that ends with it has nothing more to say, and {@link Sent} in {@code wechatSent}.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.html">发送客服消息</a>
 */
final class SendMessage implements AsyncStep.Work {
  private static final String PATH = "/cgi-bin/message/custom/send";

  private final CallWeChat wechat;
  private final UploadReplyFiles files;
  private final CustomerServiceJson json;

  SendMessage(CallWeChat wechat, UploadReplyFiles files, CustomerServiceJson json) {
    this.wechat = wechat;
    this.files = files;
    this.json = json;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) throws BadReply {
    Object body = ReplyReader.textOf(exchange.getMessage());
    Reply reply = ReplyReader.read(body);
    CompletionStage<Sent> sent =
        reply == null
            ? completedStage(new Sent(0, false))
            : new Answer(
                    exchange.getProperty("wechatAccount", String.class),
                    exchange.getProperty("wechatUser", "", String.class),
                    ReplyReader.kfAccount(body),
                    reply)
                .send();
    return sent.thenAccept(
        done -> {
          exchange.setProperty("wechatSent", done);
          exchange.getMessage().setBody(null);
        });
  }

  /** One answer on its way. */
  private final class Answer {
    private final String account;
    private final String user;
    private final String kfAccount;
    private final Reply reply;

    Answer(String account, String user, String kfAccount, Reply reply) {
      this.account = account;
      this.user = user;
      this.kfAccount = kfAccount;
      this.reply = reply;
    }

    /** WeChat may have thrown a file away that we know: that one is uploaded again, once. */
    CompletionStage<Sent> send() {
      return files
          .uploaded(account, reply)
          .thenCompose(
              ready ->
                  send(ready)
                      .exceptionallyCompose(
                          failed ->
                              isGone(failed) && forget(ready)
                                  ? files.uploaded(account, reply).thenCompose(this::send)
                                  : failedStage(failed)));
    }

    /** Somebody else may have had the same file uploaded again meanwhile. */
    private boolean forget(Reply ready) {
      files.forget(ready);
      return !ready.equals(reply);
    }

    private CompletionStage<Sent> send(Reply ready) {
      try {
        CustomerServiceMessages messages = json.messages(ready, user, kfAccount);
        return send(messages, 0).thenApply(number -> new Sent(number, messages.cut()));
      } catch (BadReply bad) {
        return failedStage(bad);
      }
    }

    private CompletionStage<Integer> send(CustomerServiceMessages messages, int before) {
      int all = messages.bodies().size();
      if (before == all) {
        return completedStage(all);
      }
      WeChatCall call = WeChatCall.post(account, PATH, messages.bodies().get(before));
      return wechat
          .call(call)
          .thenCompose(answer -> taken(call, answer))
          .exceptionallyCompose(failed -> failedStage(told(before, all, AsyncStep.cause(failed))))
          .thenCompose(taken -> send(messages, before + 1));
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

  private static Throwable told(int before, int all, Throwable cause) {
    return before == 0 ? cause : new PartlySent(before, all, cause);
  }
}
