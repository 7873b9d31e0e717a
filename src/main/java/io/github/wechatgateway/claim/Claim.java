package io.github.wechatgateway.claim;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What one copy of a message was told when it asked. */
public interface Claim {

  /** Whether this copy is to have the message handled; all others wait. */
  boolean first();

  /** For how long WeChat has been trying, in milliseconds. */
  long age();

  /**
   * What all copies are answered: the XML of the reply, empty for nothing to say. Ends with {@link
   * HandlerFailed} if there is none, and then the next copy that asks is the first.
   */
  CompletionStage<String> answer();

  /** Who has the message now. */
  Holder holder();

  /** Whether the copies' answer is what the handler left: not if the message was deferred. */
  boolean answered();

  /**
   * Whether the copies have their answer, or will have it once that is stored, while the handler
   * runs on.
   */
  boolean deferred();

  /**
   * Ends the handling with its answer, which is kept for later copies.
   *
   * @return whether the copies get it: not if the message was deferred
   */
  CompletionStage<Boolean> publish(String answer);

  /**
   * Takes the message off WeChat's hands: once it is stored, all copies get this answer. If it
   * can't be stored, everything is as before.
   *
   * @param next who has the message then: its handler, which runs on, the queue, or nobody
   * @return whether it was this that was stored: not if the handling ended meanwhile, or the
   *     message was deferred before. Fails with what the store failed with
   */
  CompletionStage<Boolean> defer(Holder next, String answer, Store store);

  /**
   * Ends the handling of a deferred message. If its end can't be stored, everything is as before.
   *
   * @param next the queue, or nobody
   * @return fails with what the store failed with
   */
  CompletionStage<Boolean> end(Holder next, Store store);

  /** Ends the handling without an answer; not that of a deferred message. */
  void fail(Throwable cause);

  /** Puts on disk what makes the next state true. */
  interface Store extends Supplier<CompletionStage<Void>> {}
}
