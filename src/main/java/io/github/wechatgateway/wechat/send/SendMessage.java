package io.github.wechatgateway.wechat.send;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;

import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.CustomerServiceMessages;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyReader;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.step.TraceParent;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Sends the reply in the body to the user in {@code wechatUser}, as one customer-service message or
 * several, the next when WeChat has taken the one before. It leaves nothing in the body, so that a
 * handler that ends with it has nothing more to say, and {@link Sent} in {@code wechatSent}.
 */
final class SendMessage implements AsyncStep.Work {
  private final CustomMessages messages;

  SendMessage(CustomMessages messages) {
    this.messages = messages;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) throws BadReply {
    Object body = ReplyReader.textOf(exchange.getMessage());
    Reply reply = ReplyReader.read(body);
    CompletionStage<Sent> sent =
        reply == null
            ? completedStage(new Sent(0, false))
            : send(
                new ReplyTo(
                    exchange.getProperty("wechatAccount", String.class),
                    exchange.getProperty("wechatUser", "", String.class),
                    ReplyReader.kfAccount(body),
                    reply),
                TraceParent.of(exchange));
    return sent.thenAccept(
        done -> {
          exchange.setProperty("wechatSent", done);
          exchange.getMessage().setBody(null);
        });
  }

  private CompletionStage<Sent> send(ReplyTo to, @Nullable String trace) {
    return messages.of(
        to,
        all -> send(to.account(), all, 0, trace).thenApply(number -> new Sent(number, all.cut())));
  }

  private CompletionStage<Integer> send(
      String account, CustomerServiceMessages answer, int before, @Nullable String trace) {
    int all = answer.bodies().size();
    if (before == all) {
      return completedStage(all);
    }
    return messages
        .post(account, answer.bodies().get(before), trace)
        .exceptionallyCompose(failed -> failedStage(told(before, all, AsyncStep.cause(failed))))
        .thenCompose(taken -> send(account, answer, before + 1, trace));
  }

  private static Throwable told(int before, int all, Throwable cause) {
    return before == 0 ? cause : new PartlySent(before, all, cause);
  }
}
