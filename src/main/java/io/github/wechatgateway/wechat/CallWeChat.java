package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.step.AsyncStep;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Makes the {@link WeChatCall} in the body, with the account's token, and leaves the {@link
 * WeChatAnswer} there, or throws a {@link WeChatRefusal}. A call whose token WeChat refuses is
 * repeated once, with another. The caller waits without a thread.
 */
public final class CallWeChat {
  private final Accounts accounts;
  private final Calls calls;
  private final Tokens tokens;
  private final int most;
  private final Map<String, Semaphore> rooms = new ConcurrentHashMap<>();

  /**
   * For all accounts.
   *
   * @param most calls of one account that are in progress, those included that wait
   */
  CallWeChat(Accounts accounts, Calls calls, Tokens tokens, int most) {
    this.accounts = accounts;
    this.calls = calls;
    this.tokens = tokens;
    this.most = most;
  }

  /** The step. */
  AsyncStep step() {
    return new AsyncStep(
        exchange ->
            call(exchange.getMessage().getMandatoryBody(WeChatCall.class))
                .thenAccept(exchange.getMessage()::setBody));
  }

  /**
   * Makes a call.
   *
   * @return the answer, or a {@link WeChatRefusal}
   * @throws IllegalArgumentException if there is no such account
   */
  public CompletionStage<WeChatAnswer> call(WeChatCall call) {
    Semaphore room = rooms.computeIfAbsent(account(call).name(), name -> new Semaphore(most));
    if (!room.tryAcquire()) {
      return CompletableFuture.failedStage(new WeChatRefusal(call, 0, ErrCode.NO_ROOM, ""));
    }
    return callAnyway(call).whenComplete((answer, failed) -> room.release());
  }

  /** The same, however many are in progress. */
  CompletionStage<WeChatAnswer> callAnyway(WeChatCall call) {
    Account account = account(call);
    return tokens.get(account).thenCompose(token -> call(call, account, token));
  }

  private Account account(WeChatCall call) {
    Account account = accounts.byName(call.account());
    if (account == null) {
      throw new IllegalArgumentException(
          "account: no such account (expected: one of wechat.accounts.<name>)");
    }
    return account;
  }

  private CompletionStage<WeChatAnswer> call(WeChatCall call, Account account, Token token) {
    return calls
        .send(call, token)
        .exceptionallyCompose(
            failed ->
                isTokenRefused(failed)
                    ? tokens.replace(account, token).thenCompose(next -> calls.send(call, next))
                    : CompletableFuture.failedStage(failed));
  }

  private static boolean isTokenRefused(Throwable failed) {
    return AsyncStep.cause(failed) instanceof WeChatRefusal refusal
        && refusal.reason() == ErrCode.TOKEN_REFUSED;
  }
}
