package io.github.wechatgateway.late;

import io.github.wechatgateway.record.After.What;
import io.github.wechatgateway.record.Records;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What becomes of an answer after its part was sent, or was not. */
final class Settle {
  private final String queue;
  private final Returns returns;
  private final Lines lines;
  private final List<Duration> delays;
  private final Keep keep;
  private final Records records;

  /**
   * Settles what is taken from a queue.
   *
   * @param delays before the first repeat, before the second, …
   * @param records of the messages that are answered
   */
  Settle(
      String queue,
      Returns returns,
      Lines lines,
      List<Duration> delays,
      Keep keep,
      Records records) {
    this.queue = queue;
    this.returns = returns;
    this.lines = lines;
    this.delays = delays;
    this.keep = keep;
    this.records = records;
  }

  void settle(OutboxMessage message, Result result, Instant now) throws JMSException {
    if (result instanceof Result.Sent sent) {
      sent(message, sent.last(), now);
    } else if (result instanceof Result.TryAgain again) {
      tryAgain(message, again, now);
    } else if (result instanceof Result.Pause pause) {
      later(message, pause.until());
      records
          .of(message.id())
          .then(What.HELD_BACK, pause.errcode(), message.attempts(), pause.reason(), "");
    } else if (result instanceof Result.Final end) {
      bury(message, end.reason(), end.errcode(), now);
    } else if (result instanceof Result.Keep why) {
      keep.keep(message, why, returns);
      lines.left(message);
    }
  }

  /** Those of its user that are before it come first: it did not begin. */
  void behind(OutboxMessage message, Instant due) throws JMSException {
    returns.behind(message, due);
    lines.waits(message, due);
  }

  private void later(OutboxMessage message, Instant due) throws JMSException {
    returns.later(message, due);
    lines.waits(message, due);
  }

  void bury(OutboxMessage message, String reason, int errcode, Instant now) throws JMSException {
    String text = QueueText.OUTBOX.write(message);
    returns.bury(
        new DeadLetter(
            message.id(),
            message.account(),
            queue,
            text,
            reason,
            errcode,
            message.attempts(),
            now.toEpochMilli()));
    lines.left(message);
    records.of(message.id()).then(What.DEAD, errcode, message.attempts(), reason, "");
  }

  private void sent(OutboxMessage message, boolean last, Instant now) throws JMSException {
    records.of(message.id()).then(last ? What.SENT : What.PART_SENT);
    if (last) {
      lines.left(message);
    } else {
      returns.next(message.rest());
      lines.waits(message, now);
    }
  }

  private void tryAgain(OutboxMessage message, Result.TryAgain again, Instant now)
      throws JMSException {
    OutboxMessage failed = message.failed(again.reason());
    if (failed.attempts() > delays.size()) {
      bury(failed, again.reason(), again.errcode(), now);
      return;
    }
    records
        .of(message.id())
        .then(What.REPEATED, again.errcode(), failed.attempts(), again.reason(), "");
    Duration delay = delays.get(failed.attempts() - 1);
    later(failed, now.plus(delay.compareTo(again.notBefore()) > 0 ? delay : again.notBefore()));
  }
}
