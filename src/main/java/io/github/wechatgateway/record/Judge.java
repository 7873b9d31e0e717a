package io.github.wechatgateway.record;

import io.github.wechatgateway.record.Try.Answer;
import java.util.List;

/** Says what the user saw, from what is known of a message. */
final class Judge {
  /** Milliseconds after the first try within which the last one ends, delays included. */
  private static final long TRIES_OVER = 20_000;

  private final Look look;
  private final long now;

  private Judge(Look look, long now) {
    this.look = look;
    this.now = now;
  }

  static Verdict judge(Look look, long now) {
    return new Judge(look, now).verdict();
  }

  private Verdict verdict() {
    List<Try> tries = look.tries();
    if (tries.isEmpty()) { // it came out of a queue after a restart
      return afterwards(false);
    }
    Try last = tries.get(tries.size() - 1);
    if (!last.isDone()) {
      return unanswered(last);
    }
    return lost() >= Try.LAST - 1
        ? Verdict.ANSWERS_LOST
        : afterwards(last.answer() == Answer.REPLY);
  }

  /**
   * How many tries were answered in time, and WeChat asked again nevertheless. It may do so at
   * once, where the connection broke.
   */
  private long lost() {
    return look.tries().stream()
        .filter(Try::isDone)
        .filter(one -> look.tries().stream().anyMatch(other -> other.isAfter(one)))
        .count();
  }

  private Verdict unanswered(Try last) {
    boolean over = last.number() == Try.LAST && last.answer() != null;
    if (!over && now - look.since() <= TRIES_OVER) {
      return Verdict.NO_ANSWER_YET;
    } else if (last.answer() == Answer.UNAVAILABLE) {
      return Verdict.FAULT_NOT_STORED;
    }
    boolean failed = look.runs().stream().anyMatch(run -> run.end() == Run.End.FAILED);
    return failed || last.answer() == Answer.FAILED ? Verdict.FAULT_FAILED : Verdict.FAULT_TOO_LATE;
  }

  /**
   * Where WeChat has its answer.
   *
   * @param replied whether that is what the handler left
   */
  private Verdict afterwards(boolean replied) {
    if (look.after().isEmpty()) {
      return replied
          ? replied()
          : look.late() == null ? Verdict.NOTHING_SAID : Verdict.HANDLER_RUNS;
    }
    return switch (look.after().get(look.after().size() - 1).what()) {
      case WAITS_FOR_HANDLER -> waiting();
      case NOTHING_SAID -> replied ? replied() : Verdict.NOTHING_SAID;
      case BAD_REPLY -> replied ? replied() : Verdict.BAD_REPLY;
      case OUTBOX, REPEATED, PART_SENT -> replied ? Verdict.REST_ON_ITS_WAY : Verdict.ON_ITS_WAY;
      case HELD_BACK -> replied ? Verdict.REST_ON_ITS_WAY : Verdict.HELD_BACK;
      case SENT -> replied ? Verdict.REPLIED : Verdict.FOLLOWED;
      case KEPT, PART_GIVEN -> Verdict.KEPT;
      case GIVEN -> Verdict.GIVEN;
      case DROPPED -> replied ? Verdict.REST_LOST : Verdict.DROPPED;
      case DEAD -> replied ? Verdict.REST_LOST : Verdict.DEAD;
    };
  }

  private Verdict replied() {
    return look.about().shown() ? Verdict.REPLIED : Verdict.REPLIED_TO_EVENT;
  }

  /** Its handler may have been started since. */
  private Verdict waiting() {
    boolean runs = look.runs().stream().anyMatch(run -> run.end() == null);
    return runs ? Verdict.HANDLER_RUNS : Verdict.WAITS_FOR_HANDLER;
  }
}
