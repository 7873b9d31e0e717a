package io.github.wechatgateway.check;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.wechat.ErrCode;
import io.github.wechatgateway.wechat.TokenTrial;
import io.github.wechatgateway.wechat.WeChatRefusal;
import java.util.concurrent.ExecutionException;

/** Asks whether an account gets an access token, and explains why not. */
public final class TokenCheck {
  private static final String CONSOLE = " at 公众平台 > 设置与开发 > 基本配置";

  private final TokenTrial trial;

  public TokenCheck(TokenTrial trial) {
    this.trial = trial;
  }

  public Check of(Account account) {
    return new Check(
        "token of " + account.name(), () -> ask(account), "look at the lines of the hosts");
  }

  private Finding ask(Account account) throws InterruptedException, ExecutionException {
    try {
      trial.ask(account).toCompletableFuture().get();
      return Finding.ok("WeChat gives one");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof WeChatRefusal refusal) {
        return explain(refusal);
      }
      throw failed;
    }
  }

  private static Finding explain(WeChatRefusal refusal) {
    ErrCode reason = refusal.reason();
    String errcode = refusal.errcode() == 0 ? "" : "errcode " + refusal.errcode() + ", ";
    String setting = "wechat.accounts." + refusal.account();
    String detail = refusal.detail().isEmpty() ? "" : ": " + refusal.detail();
    String what = errcode + reason.meaning() + detail;
    return switch (refusal.errcode()) {
      case 40013 ->
          Finding.problem(
              errcode + "the AppID is wrong" + detail,
              "compare 开发者ID(AppID)%s with %s.app-id".formatted(CONSOLE, setting));
      case 40001, 40125 -> // of a call for a token, 40001 says this too
          Finding.problem(
              errcode + "the AppSecret is wrong" + detail,
              "compare 开发者密码(AppSecret)%s with %s.app-secret; the console shows it once, at its 重置, which ends the one before"
                  .formatted(CONSOLE, setting));
      case 40164, 61004 -> Finding.problem(what, "add that IP%s > IP白名单".formatted(CONSOLE));
      default ->
          reason == ErrCode.BUSY
              ? Finding.warning(what, reason.whatToDo())
              : Finding.problem(what, reason.whatToDo());
    };
  }
}
