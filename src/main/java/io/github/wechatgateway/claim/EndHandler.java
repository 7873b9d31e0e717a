package io.github.wechatgateway.claim;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.observe.HandlerName;
import io.github.wechatgateway.observe.LogFailure;
import io.github.wechatgateway.record.Lateness.Why;
import io.github.wechatgateway.record.MessageRecord;
import io.github.wechatgateway.record.Run;
import io.github.wechatgateway.step.AsyncStep;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.camel.Exchange;

/**
 * What becomes of a message when its handler has ended, or can't begin: its answer goes to those
 * copies that wait or, if none does any more, by the late path.
 *
 * <p>Each stage ends when the message is safe, one way or another.
 */
public final class EndHandler {
  private static final String ATTEMPTS = "wechatAttempts";

  private final RenderReply replies;
  private final LatePath late;
  private final Function<Exchange, String> lateText;
  private final UntilStored untilStored;
  private final LogFailure failures;

  /**
   * For all messages of a context.
   *
   * @param lateText what the user of an account reads in place of an answer, as the XML of a reply
   */
  public EndHandler(
      RenderReply replies,
      LatePath late,
      Function<Exchange, String> lateText,
      UntilStored untilStored,
      LogFailure failures) {
    this.replies = replies;
    this.late = late;
    this.lateText = lateText;
    this.untilStored = untilStored;
    this.failures = failures;
  }

  /** How often the handler of a message was started before. */
  static void putAttempts(int attempts, Exchange own) {
    own.setProperty(ATTEMPTS, attempts);
  }

  private static int attempts(Exchange own) {
    return own.getProperty(ATTEMPTS, 0, Integer.class) + 1;
  }

  /** It has left its reply. */
  CompletionStage<?> answered(Exchange own, Claim claim) {
    if (claim.deferred()) {
      return followed(own, claim);
    }
    boolean follows = late.lateReply(account(own)) == LateReply.CUSTOMER_SERVICE;
    return late.addKept(own)
        .thenCompose(done -> replies.render(own, follows))
        .thenCompose(rendered -> answered(rendered, own, claim));
  }

  private CompletionStage<?> answered(Rendered rendered, Exchange own, Claim claim) {
    return untilStored
        .of(own, () -> publish(rendered, own, claim))
        .thenCompose(mine -> mine ? completedStage(null) : unanswered(own, claim));
  }

  private CompletionStage<?> unanswered(Exchange own, Claim claim) {
    late.takeKeptBack(own);
    return claim.deferred() ? followed(own, claim) : completedStage(null);
  }

  private CompletionStage<Boolean> publish(Rendered rendered, Exchange own, Claim claim) {
    if (rendered.isWhole()) {
      return claim.publish(rendered.xml());
    }
    Why why = rendered.sent() == 0 ? Why.CUSTOMER_SERVICE_ONLY : Why.REST_FOLLOWS;
    return claim
        .defer(Holder.NOBODY, rendered.xml(), () -> late.send(own, rendered.sent()))
        .thenApply(mine -> recorded(mine, why, own));
  }

  private static boolean recorded(boolean mine, Why why, Exchange own) {
    if (mine) {
      MessageRecord.of(own).late(why);
    }
    return mine;
  }

  /** The copies have been answered without it. */
  private CompletionStage<?> followed(Exchange own, Claim claim) {
    return untilStored
        .of(own, () -> claim.end(Holder.NOBODY, () -> late.send(own, 0)))
        .thenCompose(mine -> mine ? completedStage(null) : answered(own, claim));
  }

  /** It threw. */
  CompletionStage<?> failed(Throwable thrown, Exchange own, Claim claim) {
    boolean again = isLate(own, claim);
    failures.log(own, thrown, again ? "failed; it is run again" : "failed; WeChat will ask again");
    return again ? laidAside(thrown, own, claim) : given(thrown, claim);
  }

  private static CompletionStage<?> given(Throwable thrown, Claim claim) {
    claim.fail(thrown);
    return completedStage(null);
  }

  private CompletionStage<?> laidAside(Throwable thrown, Exchange own, Claim claim) {
    int attempts = attempts(own);
    return late.isHopeless(attempts)
        ? left(own, claim, Why.FAILED, () -> late.bury(own, attempts, reason(thrown)))
        : left(own, claim, Why.FAILED, () -> late.queue(own, attempts));
  }

  /** It was not started, since too many run. */
  CompletionStage<?> refused(Why why, Exchange own, Claim claim) {
    MessageRecord.of(own).began().ended(Run.End.REFUSED, HandlerName.of(own), why.name());
    return isLate(own, claim)
        ? left(own, claim, why, () -> late.queue(own, attempts(own) - 1))
        : given(new RejectedExecutionException(why.name()), claim);
  }

  /** It runs for too long: nobody waits for its answer any more. */
  CompletionStage<?> givenUp(Exchange own, Claim claim) {
    Throwable why = new TimeoutException("longer than wechat.handlers.max-time");
    failures.log(own, why, "was given up, and is not run again");
    String reason = "wechat.handlers.max-time";
    return left(own, claim, Why.MAX_TIME, () -> late.bury(own, attempts(own), reason));
  }

  /** It lies in a queue, that of dead letters perhaps, from which people may take it back. */
  private CompletionStage<?> left(Exchange own, Claim claim, Why why, Claim.Store store) {
    if (claim.deferred()) {
      return untilStored.of(own, () -> claim.end(Holder.QUEUE, store));
    }
    return claim
        .defer(Holder.QUEUE, textNow(own), store)
        .handle(
            (mine, failed) -> {
              if (failed != null) { // WeChat still has it
                claim.fail(new NotDeferred(AsyncStep.cause(failed)));
              }
              return failed == null && !recorded(mine, why, own) && claim.deferred()
                  ? left(own, claim, why, store)
                  : completedStage(null);
            })
        .thenCompose(stage -> stage);
  }

  /** Whether it is ours from now on; else WeChat asks again. */
  private boolean isLate(Exchange own, Claim claim) {
    return claim.deferred()
        || late.lateReply(account(own)) == LateReply.CUSTOMER_SERVICE
        || Tries.at(claim.age()) >= Tries.LAST;
  }

  private String textNow(Exchange own) {
    return late.lateReply(account(own)) == LateReply.CUSTOMER_SERVICE ? "" : lateText.apply(own);
  }

  /** Fit for a log: an exception's text may quote anything. */
  private static String reason(Throwable thrown) {
    return thrown.getClass().getName();
  }

  private static String account(Exchange own) {
    return own.getProperty("wechatAccount", String.class);
  }
}
