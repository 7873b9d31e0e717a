package io.github.wechatgateway.late;

import io.github.wechatgateway.config.Problem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The broker can't keep anything in its folder. */
public final class JournalUnusable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  JournalUnusable(Path folder, String what, String expected, @Nullable Throwable cause) {
    this(new Problem(folder.toAbsolutePath().toString(), what, expected), cause);
  }

  private JournalUnusable(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /** The same, for whoever lists what keeps the gateway from starting. */
  public Problem problem() {
    return problem;
  }
}
