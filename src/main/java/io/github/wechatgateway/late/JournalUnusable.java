package io.github.wechatgateway.late;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The broker can't keep anything in its folder. */
public final class JournalUnusable extends Exception {
  private static final long serialVersionUID = 1L;

  JournalUnusable(Path folder, String what, String expected, @Nullable Throwable cause) {
    super("%s: %s (expected: %s)".formatted(folder.toAbsolutePath(), what, expected), cause);
  }
}
