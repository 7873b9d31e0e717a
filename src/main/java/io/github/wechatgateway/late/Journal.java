package io.github.wechatgateway.late;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Where messages are kept on disk. */
public interface Journal {

  /** Why nothing can be put there now, fit for a log; null where something can. */
  @Nullable String unwritable();

  /**
   * Tells from now on whether it runs without a break: once false, always false. What was on its
   * way at a break, or begins between that and the next start, is not on disk, even if Artemis says
   * so: where a write fails it still syncs, and takes that for the success of the write. Always
   * true where it can't be known.
   */
  default BooleanSupplier unbroken() {
    return () -> true;
  }
}
