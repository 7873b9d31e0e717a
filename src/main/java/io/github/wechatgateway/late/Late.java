package io.github.wechatgateway.late;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.claim.LatePath;
import io.github.wechatgateway.record.After.What;
import io.github.wechatgateway.record.MessageRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** The late path's way in: onto the queues. */
final class Late implements LatePath {
  /** Calls at a time; who finds no room is not shown it: answers are not to wait for that. */
  private static final int MAX_TYPINGS = 8;

  static final String SINCE = "wechatSince";

  private final Function<String, LateReply> lateReply;
  private final Puts puts;
  private final Answers answers;
  private final KeptReplies kept;
  private final LateLimits limits;
  private final AsyncProcessor typing;
  private final Clock clock;
  private final Semaphore typings = new Semaphore(MAX_TYPINGS);

  /**
   * For all accounts.
   *
   * @param typing leads to direct:send-typing
   */
  Late(
      Function<String, LateReply> lateReply,
      Puts puts,
      Answers answers,
      KeptReplies kept,
      LateLimits limits,
      AsyncProcessor typing,
      Clock clock) {
    this.lateReply = lateReply;
    this.puts = puts;
    this.answers = answers;
    this.kept = kept;
    this.limits = limits;
    this.typing = typing;
    this.clock = clock;
  }

  @Override
  public LateReply lateReply(String account) {
    return lateReply.apply(account);
  }

  @Override
  public Duration longestLease() {
    return limits.leases().stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }

  @Override
  public CompletionStage<Void> lease(Exchange message) {
    return put(Queues.LEASE, of(message, 0), limits.lease(0));
  }

  @Override
  public CompletionStage<Void> queue(Exchange message, int attempts) {
    return MessageRecord.of(message)
        .during(
            What.WAITS_FOR_HANDLER,
            attempts,
            "",
            () -> put(Queues.LATE, of(message, attempts), limits.delay(attempts)));
  }

  @Override
  public boolean isHopeless(int attempts) {
    return limits.isHopeless(attempts);
  }

  @Override
  public CompletionStage<Void> send(Exchange message, int sent) {
    return answers.put(message, sent);
  }

  @Override
  public CompletionStage<Void> bury(Exchange message, int attempts, String reason) {
    DeadLetter letter = Burial.of(of(message, attempts), reason, clock);
    PutOptions options = new PutOptions(null, Duration.ZERO, DeadQueue.properties(letter));
    return MessageRecord.of(message)
        .during(
            What.DEAD,
            attempts,
            reason,
            () -> puts.put(Queues.DEAD, QueueText.DEAD.write(letter), options));
  }

  @Override
  public CompletionStage<Void> addKept(Exchange message) {
    return kept.addTo(message);
  }

  @Override
  public void takeKeptBack(Exchange message) {
    kept.takeBack(message);
  }

  @Override
  public void written(Exchange message, boolean last) {
    kept.written(message, last);
  }

  @Override
  public void showTyping(Exchange message) {
    boolean follows = lateReply(account(message)) == LateReply.CUSTOMER_SERVICE;
    if (follows && typings.tryAcquire()) {
      Exchange own = new DefaultExchange(message.getContext());
      own.setProperty("wechatAccount", account(message));
      own.setProperty("wechatUser", message.getProperty("wechatUser"));
      typing.process(own, sync -> typings.release()); // if it failed, call-wechat has logged why
    }
  }

  private CompletionStage<Void> put(String queue, LateMessage message, Duration delay) {
    return puts.put(queue, QueueText.LATE.write(message), PutOptions.NONE.delay(delay));
  }

  private LateMessage of(Exchange message, int attempts) {
    return new LateMessage(
        account(message),
        message.getProperty("wechatMessageKey", String.class),
        new String(message.getProperty("wechatXml", byte[].class), UTF_8),
        message.getProperty("wechatTry", 1, Integer.class),
        attempts,
        0,
        message.getProperty(SINCE, clock.millis(), Long.class));
  }

  private static String account(Exchange message) {
    return message.getProperty("wechatAccount", String.class);
  }
}
