package io.github.wechatgateway.record;

/**
 * What became of a message, or of its answer, after WeChat's tries.
 *
 * @param at in milliseconds since 1970
 * @param errcode WeChat's; 0 where it gave none
 * @param attempts that failed, of its handler or of its sending
 * @param reason fit for a log; empty where there is nothing to say
 * @param with the key of the message with whose reply it was given; else empty
 */
public record After(long at, What what, int errcode, int attempts, String reason, String with) {
  /** Characters of a reason. */
  private static final int LONGEST = 300;

  public After {
    reason = reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
  }

  /** What. */
  public enum What {
    /** It waits on disk for its handler. */
    WAITS_FOR_HANDLER,
    /** The handler left nothing to say. */
    NOTHING_SAID,
    /** The handler left what is no reply, or one that the user would have seen as a fault. */
    BAD_REPLY,
    /** The answer is in the outbox. */
    OUTBOX,
    /** WeChat did not take it; it is sent again. */
    REPEATED,
    /** It is held back: a quota is used up, say. */
    HELD_BACK,
    /** WeChat took one of several messages of it. */
    PART_SENT,
    SENT,
    /** It waits for the user's next message. */
    KEPT,
    /** A part was given with the reply to a later message; the rest waits. */
    PART_GIVEN,
    GIVEN,
    /** It was kept for too long, or too many are. */
    DROPPED,
    /** It is a dead letter. */
    DEAD
  }
}
