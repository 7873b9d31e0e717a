package io.github.wechatgateway.wechat.send;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;

import io.github.wechatgateway.late.OutboxMessage;
import io.github.wechatgateway.late.Result;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.wechat.ErrCode;
import io.github.wechatgateway.wechat.WeChatRefusal;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** What becomes of a message of the outbox that WeChat has not taken. */
final class Results {
  private final Consumer<String> notAuthorized;

  /**
   * For all accounts.
   *
   * @param notAuthorized is told the account that may send no customer-service messages (48001)
   */
  Results(Consumer<String> notAuthorized) {
    this.notAuthorized = notAuthorized;
  }

  /** What is neither WeChat's doing nor the reply's fails as it did. */
  CompletionStage<Result> of(OutboxMessage message, Throwable failed) {
    if (failed instanceof WeChatRefusal refusal) {
      return completedStage(of(message.origin(), refusal));
    } else if (failed instanceof BadReply bad) {
      return completedStage(new Result.Final(text(bad), 0));
    }
    return failedStage(failed);
  }

  private Result of(OutboxMessage.Origin origin, WeChatRefusal refusal) {
    if (refusal.reason() == ErrCode.NOT_AUTHORIZED) {
      notAuthorized.accept(refusal.account());
    }
    if (refusal.until() != null) {
      return new Result.Pause(refusal.until(), text(refusal), refusal.errcode());
    }
    return switch (refusal.reason()) {
      case BUSY,
          UNREACHABLE,
          UNREADABLE,
          TOKEN_REFUSED,
          WRONG_CREDENTIALS,
          IP_NOT_LISTED,
          IP_NOT_CONFIRMED,
          SECRET_FROZEN,
          ACCOUNT_FROZEN,
          DAILY_QUOTA,
          TOO_FREQUENT,
          NO_ROOM,
          NO_THREAD ->
          new Result.TryAgain(Duration.ZERO, text(refusal), refusal.errcode());
      case OUTSIDE_WINDOW, MESSAGES_USED_UP, NOT_AUTHORIZED ->
          origin == OutboxMessage.Origin.ANSWER
              ? new Result.Keep(text(refusal), refusal.errcode())
              : new Result.Final(text(refusal), refusal.errcode());
      default -> new Result.Final(text(refusal), refusal.errcode());
    };
  }

  private static String text(Exception failed) {
    return Objects.requireNonNullElse(failed.getMessage(), "no reason");
  }
}
