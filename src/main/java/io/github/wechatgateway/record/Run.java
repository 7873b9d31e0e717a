package io.github.wechatgateway.record;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of the handler. */
public final class Run {
  private final long at;
  private final long began = System.nanoTime();
  private int took;
  private String handler = "none";
  private String cause = "";

  /** Written last: who sees it sees the rest. */
  private volatile @Nullable End end;

  /** One that begins, in milliseconds since 1970. */
  Run(long at) {
    this.at = at;
  }

  /** How a run ended. */
  public enum End {
    /** It left a reply, or nothing. */
    DONE,
    FAILED,
    /** It took longer than wechat.handlers.max-time. */
    GIVEN_UP,
    /** There was no place for it, or no memory. */
    REFUSED
  }

  /**
   * It ended; what comes after the first end does not count.
   *
   * @param by the route that ran
   * @param why the class of what was thrown, or the limit; empty where it did not fail
   */
  public synchronized void ended(End how, String by, String why) {
    if (end == null) {
      took = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      handler = by;
      cause = why;
      end = how;
    }
  }

  long at() {
    return at;
  }

  @Nullable End end() {
    return end;
  }

  /** Milliseconds; only once it has ended, as what follows. */
  int took() {
    return took;
  }

  String handler() {
    return handler;
  }

  String cause() {
    return cause;
  }
}
