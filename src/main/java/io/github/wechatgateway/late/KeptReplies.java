package io.github.wechatgateway.late;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.KeptReply;
import io.github.wechatgateway.reply.KeptReply.Given;
import io.github.wechatgateway.reply.KeptReply.Together;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyJson;
import io.github.wechatgateway.reply.ReplyReader;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Brings kept answers to their users: in what the handler of a later message left. */
final class KeptReplies {
  /** What the handler left, where the body is something else now; empty if that is kept itself. */
  private static final String LEFT = "wechatLeft";

  private final KeptAnswers kept;
  private final KeptReply replies;
  private final Clock clock;

  KeptReplies(KeptAnswers kept, KeptReply replies, Clock clock) {
    this.kept = kept;
    this.replies = replies;
    this.clock = clock;
  }

  /** What fails leaves both as they are: the kept answer goes with another message. */
  CompletionStage<Void> addTo(Exchange handled) {
    String account = handled.getProperty("wechatAccount", String.class);
    String user = handled.getProperty("wechatUser", String.class);
    Message message = handled.getProperty("wechatMessage", Message.class);
    if (!kept.has(account, user) || !KeptReply.goesWith(message)) {
      return completedStage(null);
    }
    return kept.oldest(account, user, key(handled))
        .thenCompose(found -> addTo(handled, message, found))
        .exceptionally(
            failed -> {
              kept.stays(key(handled));
              return null;
            });
  }

  private CompletionStage<Void> addTo(
      Exchange handled, Message message, Optional<OutboxMessage> found) {
    if (found.isEmpty()) {
      return completedStage(null);
    }
    OutboxMessage answer = found.get();
    Reply reply = reply(answer);
    if (reply == null) {
      kept.written(key(handled), true); // it will never be one
      return completedStage(null);
    }
    try {
      Reply left = ReplyReader.read(ReplyReader.textOf(handled.getMessage()));
      return give(replies.together(reply, answer.sent(), left, message), answer, handled);
    } catch (BadReply bad) { // whoever renders what the handler left says so
      kept.stays(key(handled));
      return completedStage(null);
    }
  }

  private static @Nullable Reply reply(OutboxMessage answer) {
    try {
      return ReplyReader.read(ReplyJson.read(answer.reply()));
    } catch (BadReply unreadable) {
      return null;
    }
  }

  /** Whether an answer can be the reply to a later message. */
  static boolean canBeKept(OutboxMessage answer) {
    Reply reply = reply(answer);
    return reply != null && KeptReply.canBeKept(reply);
  }

  private CompletionStage<Void> give(Together together, OutboxMessage answer, Exchange handled)
      throws BadReply {
    if (together.given() == Given.NOTHING) {
      kept.stays(key(handled));
      return completedStage(null);
    } else if (together.given() == Given.PART) {
      kept.leaves(key(handled), answer.sentUpTo(together.sent()));
    }
    Optional<Object> left =
        together.toKeep() == null
            ? Optional.ofNullable(handled.getMessage().getBody())
            : Optional.empty();
    return keep(together.toKeep(), handled)
        .thenRun(
            () -> {
              handled.setProperty(LEFT, left);
              handled.getMessage().setBody(together.now());
            });
  }

  private CompletionStage<Void> keep(@Nullable Reply newer, Exchange handled) throws BadReply {
    String reply = ReplyJson.of(newer);
    return reply == null
        ? completedStage(null)
        : kept.put(
            OutboxMessage.of(
                key(handled),
                handled.getProperty("wechatAccount", String.class),
                handled.getProperty("wechatUser", String.class),
                OutboxMessage.Origin.ANSWER,
                reply,
                clock.millis()));
  }

  void takeBack(Exchange handled) {
    if (handled.removeProperty(LEFT) instanceof Optional<?> left) {
      handled.getMessage().setBody(left.orElse(null));
    }
    kept.stays(key(handled));
  }

  void written(Exchange message, boolean last) {
    kept.written(key(message), last);
  }

  private static String key(Exchange exchange) {
    return exchange.getProperty("wechatMessageKey", String.class);
  }
}
