package io.github.wechatgateway.late;

import org.jspecify.annotations.Nullable;

/** Where messages are kept on disk. */
public interface Journal {

  /** Why nothing can be put there now, fit for a log; null where something can. */
  @Nullable String unwritable();
}
