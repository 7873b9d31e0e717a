package io.github.wechatgateway.late;

import org.jspecify.annotations.Nullable;

/** Where messages are kept on disk. */
public interface Journal {

  /** Why nothing can be put there now, fit for a log; null where something can. */
  @Nullable String unwritable();

  /**
   * How often an error of the disk has stopped it. What was on its way then is not on disk, even if
   * Artemis says so: where a write fails it still syncs, and takes that for the success of the
   * write. Always 0 where it can't be known.
   */
  default long failures() {
    return 0;
  }
}
