package io.github.wechatgateway.wechat;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Where tokens are kept, for all who use them. No call of it blocks. */
interface TokenStore {

  /** What is kept under a name, over or not. */
  CompletionStage<Optional<Token>> get(String name);

  /**
   * Replaces what is kept. Of all who ask at a time one fetches, and the others get what it
   * fetched. A fetch that fails changes nothing.
   *
   * @param replaceable says of what is kept whether it is to be replaced; if not, it is the answer
   */
  CompletionStage<Token> renew(
      String name, Predicate<Token> replaceable, Supplier<CompletionStage<Token>> fetch);
}
