package io.github.wechatgateway.wechat.send;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.github.wechatgateway.late.OutboxMessage;
import io.github.wechatgateway.late.Result;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.CustomerServiceMessages;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyJson;
import io.github.wechatgateway.reply.ReplyReader;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.step.TraceParent;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Sends the next customer-service message of the {@link OutboxMessage} in the body, and leaves the
 * {@link Result} there, whatever WeChat answers.
 */
final class SendPart implements AsyncStep.Work {
  private final CustomMessages messages;
  private final Results results;

  SendPart(CustomMessages messages, Results results) {
    this.messages = messages;
    this.results = results;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) throws Exception {
    OutboxMessage message = exchange.getMessage().getMandatoryBody(OutboxMessage.class);
    return send(message, TraceParent.of(exchange))
        .exceptionallyCompose(failed -> results.of(message, AsyncStep.cause(failed)))
        .thenAccept(exchange.getMessage()::setBody);
  }

  private CompletionStage<Result> send(OutboxMessage message, @Nullable String trace) {
    try {
      Map<String, Object> json = ReplyJson.read(message.reply());
      Reply reply = ReplyReader.read(json);
      if (reply == null) {
        return completedStage(new Result.Sent(true));
      }
      ReplyTo to =
          new ReplyTo(message.account(), message.user(), ReplyReader.kfAccount(json), reply);
      return messages.of(to, all -> send(message, all, trace));
    } catch (BadReply bad) {
      return results.of(message, bad);
    }
  }

  /** After a restart with a smaller wechat.reply.max-parts there may be none left. */
  private CompletionStage<Result> send(
      OutboxMessage message, CustomerServiceMessages all, @Nullable String trace) {
    int left = all.bodies().size() - message.sent();
    return left <= 0
        ? completedStage(new Result.Sent(true))
        : messages
            .post(message.account(), all.bodies().get(message.sent()), trace)
            .thenApply(taken -> new Result.Sent(left == 1));
  }
}
