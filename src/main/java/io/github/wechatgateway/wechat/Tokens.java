package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one kind of all accounts. One is renewed ahead of its end, if somebody asks for it
 * after its end, or if WeChat refuses it; by one at a time. While that fails, it works until its
 * end.
 */
public final class Tokens {
  private final String kind;
  private final TokenStore store;
  private final Fetch fetch;
  private final Duration margin;
  private final InstantSource clock;

  /** Gets one from WeChat. */
  interface Fetch {

    /**
     * Asks WeChat.
     *
     * @param refused the one that is to be replaced, though it is not over; else null
     */
    CompletionStage<Token> fetch(Account account, @Nullable Token refused);
  }

  /**
   * For all accounts.
   *
   * @param kind in the store's names
   * @param margin before its end in which one is renewed
   */
  Tokens(String kind, TokenStore store, Fetch fetch, Duration margin, InstantSource clock) {
    this.kind = kind;
    this.store = store;
    this.fetch = fetch;
    this.margin = margin;
    this.clock = clock;
  }

  /** One that is not over, fetched if need be; else the {@link WeChatRefusal} of its fetching. */
  public CompletionStage<Token> get(Account account) {
    return store
        .get(name(account))
        .thenCompose(
            kept ->
                kept.filter(token -> !endsWithin(Duration.ZERO, token))
                    .<CompletionStage<Token>>map(CompletableFuture::completedStage)
                    .orElseGet(
                        () -> renew(account, token -> endsWithin(Duration.ZERO, token), null)));
  }

  /** Another than the one that WeChat has refused: the one that is there now, or a new one. */
  public CompletionStage<Token> replace(Account account, Token refused) {
    return renew(account, refused::is, refused);
  }

  /**
   * One that is not the one that somebody says WeChat has refused. It may be the same nevertheless:
   * WeChat lets {@link Refreshes} no more be fetched for now.
   *
   * @param refused any text: nothing of it is kept
   */
  public CompletionStage<Token> replace(Account account, Secret refused) {
    return get(account)
        .thenCompose(
            kept ->
                kept.value().equals(refused)
                    ? replace(account, kept)
                    : CompletableFuture.completedStage(kept));
  }

  /** Renews one that is missing, or will soon be over; else gives the one that is there. */
  CompletionStage<Token> renewAhead(Account account) {
    return renew(account, token -> endsWithin(margin, token), null);
  }

  /** The same, but of an account for which one was asked for before. */
  CompletionStage<?> renewAheadIfUsed(Account account) {
    return store
        .get(name(account))
        .thenCompose(
            kept ->
                kept.isPresent()
                    ? renewAhead(account)
                    : CompletableFuture.<@Nullable Token>completedStage(null));
  }

  /** For how long the account's token will do, as far as this process knows now. */
  Optional<Duration> left(Account account) {
    CompletableFuture<Optional<Token>> kept = store.get(name(account)).toCompletableFuture();
    return kept.isDone() && !kept.isCompletedExceptionally()
        ? kept.join().map(token -> token.left(clock.instant()))
        : Optional.empty();
  }

  private CompletionStage<Token> renew(
      Account account, Predicate<Token> replaceable, @Nullable Token refused) {
    return store.renew(name(account), replaceable, () -> fetch.fetch(account, refused));
  }

  private boolean endsWithin(Duration time, Token token) {
    return token.left(clock.instant()).compareTo(time) <= 0;
  }

  private String name(Account account) {
    return kind + ":" + account.name();
  }
}
