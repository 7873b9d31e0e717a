package io.github.wechatgateway.reply;

import io.github.wechatgateway.config.Problem;
import org.jspecify.annotations.Nullable;

/** A reply file is not what its ending, or its name, says. */
final class BrokenReplyFile extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final String EMPTY = "empty";

  private final transient Problem problem;

  BrokenReplyFile(String where, String found, String expected) {
    this(new Problem(where, found, expected), null);
  }

  BrokenReplyFile(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  static BrokenReplyFile empty(String where) {
    return new BrokenReplyFile(where, EMPTY, "a text");
  }

  Problem problem() {
    return problem;
  }

  boolean isEmpty() {
    return problem.found().equals(EMPTY);
  }
}
