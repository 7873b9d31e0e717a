package io.github.wechatgateway.wechat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not succeed, whether WeChat refused it or it never got there. Its text holds
 * neither token nor body, and may stand in a log.
 */
public final class WeChatRefusal extends Exception {
  private static final long serialVersionUID = 1;

  private final String account;
  private final int errcode;
  private final ErrCode reason;
  private final String detail;
  private final transient @Nullable WeChatAnswer answer;
  private final @Nullable Instant until;

  /**
   * Tells of a call.
   *
   * @param errcode WeChat's; 0 where it gave none
   * @param detail what only this call can tell, such as the refused IP; may be empty
   */
  WeChatRefusal(WeChatCall call, int errcode, ErrCode reason, String detail) {
    this(call, errcode, reason, detail, null, null);
  }

  WeChatRefusal(
      WeChatCall call,
      int errcode,
      ErrCode reason,
      String detail,
      @Nullable WeChatAnswer answer,
      @Nullable Instant until) {
    super(
        "account=%s %s: %s%s%s (%s)"
            .formatted(
                call.account(),
                call.path(),
                errcode == 0 ? "" : "errcode " + errcode + ", ",
                reason.meaning(),
                detail.isEmpty() ? "" : ": " + detail,
                reason.whatToDo()));
    this.account = call.account();
    this.errcode = errcode;
    this.reason = reason;
    this.detail = detail;
    this.answer = answer;
    this.until = until;
  }

  /** An answer to a call that should have an errcode, if only 0. */
  public static WeChatRefusal withoutErrcode(WeChatCall call, WeChatAnswer answer) {
    return new WeChatRefusal(call, 0, ErrCode.UNREADABLE, "no errcode in the answer", answer, null);
  }

  /** What it is about: the account, the reason, and the IP that was refused. */
  String subject() {
    String ip = reason == ErrCode.IP_NOT_LISTED ? detail.replaceFirst(",.*", "") : "";
    return account + " " + reason + " " + ip;
  }

  /** The account's name in the settings. */
  public String account() {
    return account;
  }

  /** WeChat's code; 0 where the call had no answer of WeChat's. */
  public int errcode() {
    return errcode;
  }

  public ErrCode reason() {
    return reason;
  }

  /** The IP that was refused, and Tencent's id of the call (rid), or why there was no answer. */
  public String detail() {
    return detail;
  }

  /** What WeChat, or what stands before it, said; null where the call had no answer. */
  public @Nullable WeChatAnswer answer() {
    return answer;
  }

  /**
   * When such calls are made again: until then each is refused, and WeChat is not asked. Null where
   * they are not paused.
   */
  public @Nullable Instant until() {
    return until;
  }
}
