package io.github.wechatgateway.late;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.HandlerName;
import io.github.wechatgateway.record.After.What;
import io.github.wechatgateway.record.MessageRecord;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.ReplyJson;
import io.github.wechatgateway.reply.ReplyReader;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes late answers on their way: into the outbox or, where none may be sent, aside. */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  /** What follows a passive reply comes after it, which WeChat has to bring to the user first. */
  private static final Duration AFTER_REPLY = Duration.ofSeconds(1);

  private static final String NOT_SENT =
      "no customer-service message: late-reply=retries, or WeChat has said 48001";
  private static final String NO_WAY =
      "no reply to a later message, and the account sends no customer-service messages";

  private final Outbox outbox;
  private final Puts puts;
  private final KeptAnswers kept;
  private final Function<String, LateReply> lateReply;
  private final Counters counters;
  private final Clock clock;

  Answers(
      Outbox outbox,
      Puts puts,
      KeptAnswers kept,
      Function<String, LateReply> lateReply,
      Counters counters,
      Clock clock) {
    this.outbox = outbox;
    this.puts = puts;
    this.kept = kept;
    this.lateReply = lateReply;
    this.counters = counters;
    this.clock = clock;
  }

  /**
   * Puts what the handler left.
   *
   * @param sent how many messages of it the user has been given already
   * @return ends when it is on disk; at once where the handler left nothing, or no reply
   */
  CompletionStage<Void> put(Exchange handled, int sent) {
    String reply;
    try {
      reply = ReplyJson.of(ReplyReader.textOf(handled.getMessage()));
    } catch (BadReply bad) {
      refused(bad, handled);
      return completedStage(null);
    }
    MessageRecord record = MessageRecord.of(handled);
    if (reply == null) {
      record.then(What.NOTHING_SAID);
      return completedStage(null);
    }
    String account = handled.getProperty("wechatAccount", String.class);
    OutboxMessage answer =
        new OutboxMessage(
            handled.getProperty("wechatMessageKey", String.class),
            account,
            handled.getProperty("wechatUser", String.class),
            OutboxMessage.Origin.ANSWER,
            reply,
            sent,
            0,
            clock.millis(),
            "");
    if (lateReply.apply(account) == LateReply.CUSTOMER_SERVICE) {
      Duration delay = sent == 0 ? Duration.ZERO : AFTER_REPLY;
      return record.during(What.OUTBOX, 0, "", () -> outbox.put(answer, delay));
    }
    return KeptReplies.canBeKept(answer)
        ? record.during(What.KEPT, 0, NOT_SENT, () -> kept.put(answer))
        : record.during(What.DEAD, 0, NO_WAY, () -> bury(answer));
  }

  private CompletionStage<Void> bury(OutboxMessage answer) {
    DeadLetter letter = DeadLetter.of(answer, outbox.queueOf(answer), NO_WAY, 0, clock.millis());
    return puts.put(
        Queues.DEAD,
        QueueText.DEAD.write(letter),
        new PutOptions(null, Duration.ZERO, DeadQueue.properties(letter)));
  }

  private void refused(BadReply bad, Exchange handled) {
    String handler = HandlerName.of(handled);
    String account = handled.getProperty("wechatAccount", String.class);
    LOG.error(
        "account={} messageKey={} handler={}: its reply is not sent, the user sees nothing. {}",
        account,
        handled.getProperty("wechatMessageKey"),
        handler,
        bad.getMessage());
    counters.badReply(account, handler);
    MessageRecord.of(handled).then(What.BAD_REPLY, 0, 0, String.valueOf(bad.getMessage()), "");
  }
}
