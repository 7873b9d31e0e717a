package io.github.wechatgateway.api;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wechatgateway.late.OutboxMessage;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.CustomerServiceJson;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyJson;
import io.github.wechatgateway.reply.ReplyReader;
import io.github.wechatgateway.step.AsyncStep;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.camel.Exchange;

/**
 * Puts the reply in the body into the outbox, for the user in {@code wechatUser}, and answers with
 * its id once it is on disk.
 */
final class PutMessage implements AsyncStep.Work {
  private static final int ACCEPTED = 202;

  private final CustomerServiceJson shape;
  private final Function<Reply, CompletionStage<?>> files;
  private final Function<OutboxMessage, CompletionStage<Void>> outbox;
  private final InstantSource clock;
  private final Executor answers;

  /**
   * For all accounts.
   *
   * @param files looks at those that a reply names
   * @param outbox ends when a message is on disk
   * @param answers where the exchange goes on: it must not hold a thread of the outbox's
   */
  PutMessage(
      CustomerServiceJson shape,
      Function<Reply, CompletionStage<?>> files,
      Function<OutboxMessage, CompletionStage<Void>> outbox,
      InstantSource clock,
      Executor answers) {
    this.shape = shape;
    this.files = files;
    this.outbox = outbox;
    this.clock = clock;
    this.answers = answers;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) throws BadReply {
    Object body = exchange.getMessage().getBody();
    OutboxMessage message = message(Objects.requireNonNull(ReplyJson.of(body)), exchange);
    shape.check(message.reply(), message.user());
    return files
        .apply(Objects.requireNonNull(ReplyReader.read(body)))
        .thenCompose(checked -> put(message))
        .handleAsync((stored, failed) -> failed, answers)
        .thenCompose(failed -> failed == null ? completedStage(null) : failedStage(failed))
        .thenRun(() -> accepted(message.id(), exchange));
  }

  private OutboxMessage message(String reply, Exchange exchange) {
    return OutboxMessage.of(
        exchange.getProperty(NameMessage.ID, String.class),
        exchange.getProperty(AuthorizeClient.ACCOUNT, String.class),
        exchange.getProperty("wechatUser", String.class),
        OutboxMessage.Origin.API,
        reply,
        clock.millis());
  }

  private CompletionStage<Void> put(OutboxMessage message) {
    return outbox
        .apply(message)
        .exceptionallyCompose(failed -> failedStage(ApiProblem.notStored(AsyncStep.cause(failed))));
  }

  private static void accepted(String id, Exchange exchange) {
    ApiAnswer.json(
        ACCEPTED, ApiAnswer.JSON, JsonNodeFactory.instance.objectNode().put("id", id), exchange);
  }
}
