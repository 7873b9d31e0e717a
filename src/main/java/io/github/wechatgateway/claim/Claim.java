package io.github.wechatgateway.claim;

import java.util.concurrent.CompletionStage;

/** What one copy of a message was told when it asked. */
public interface Claim {

  /** Whether this copy is to have the message handled; all others wait. */
  boolean first();

  /** For how long WeChat has been trying, in milliseconds. */
  long age();

  /**
   * The answer of whoever handles it: the XML of the reply, empty for nothing to say. Ends with
   * {@link HandlerFailed} if there is none, and then the next copy that asks is the first.
   */
  CompletionStage<String> answer();

  /** Ends the handling with its answer, which is kept for later copies. */
  void publish(String answer);

  /** Ends the handling without one. */
  void fail(Throwable cause);
}
