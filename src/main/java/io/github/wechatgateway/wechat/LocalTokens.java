package io.github.wechatgateway.wechat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.wechatgateway.step.AsyncStep;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tokens of one process. */
final class LocalTokens implements TokenStore {
  private final Cache<String, Token> tokens;

  /** At most one of each name. */
  private final Map<String, CompletableFuture<Token>> fetching = new ConcurrentHashMap<>();

  /** Keeps so many at most: of each account the token and the ticket. */
  LocalTokens(int most) {
    tokens = Caffeine.newBuilder().maximumSize(most).build();
  }

  @Override
  public CompletionStage<Optional<Token>> get(String name) {
    return CompletableFuture.completedStage(Optional.ofNullable(tokens.getIfPresent(name)));
  }

  @Override
  public CompletionStage<Token> renew(
      String name, Predicate<Token> replaceable, Supplier<CompletionStage<Token>> fetch) {
    CompletableFuture<Token> others = fetching.get(name);
    if (others == null) {
      return share(name, replaceable, fetch);
    }
    // It may have been asked for before the one that we have was refused, and be the same.
    return others.thenCompose(
        token ->
            replaceable.test(token)
                ? share(name, replaceable, fetch)
                : CompletableFuture.completedStage(token));
  }

  private CompletionStage<Token> share(
      String name, Predicate<Token> replaceable, Supplier<CompletionStage<Token>> fetch) {
    CompletableFuture<Token> mine = new CompletableFuture<>();
    CompletableFuture<Token> others = fetching.putIfAbsent(name, mine);
    if (others != null) {
      return others;
    }
    Token kept = tokens.getIfPresent(name);
    if (kept != null && !replaceable.test(kept)) {
      fetching.remove(name);
      mine.complete(kept);
      return mine;
    }
    fetched(fetch)
        .whenComplete(
            (token, failed) -> {
              if (token != null) {
                tokens.put(name, token);
              }
              fetching.remove(name); // after what they all want is there
              if (failed == null) {
                mine.complete(token);
              } else {
                mine.completeExceptionally(AsyncStep.cause(failed));
              }
            });
    return mine;
  }

  private static CompletionStage<Token> fetched(Supplier<CompletionStage<Token>> fetch) {
    try {
      return fetch.get();
    } catch (RuntimeException failed) {
      return CompletableFuture.failedStage(failed);
    }
  }
}
