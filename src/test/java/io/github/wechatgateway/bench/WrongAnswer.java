package io.github.wechatgateway.bench;

/** Ends the benchmark: how fast wrong answers are is of no interest. */
final class WrongAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongAnswer(String message) {
    super(message);
  }
}
