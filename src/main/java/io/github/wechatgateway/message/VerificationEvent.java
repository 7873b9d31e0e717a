package io.github.wechatgateway.message;

/** How the verification (认证) of the account goes. */
public sealed interface VerificationEvent extends Event {

  /**
   * How long the verification holds: it succeeded ({@code qualification_verify_success}, {@code
   * naming_verify_success}), is to be renewed ({@code annual_renew}) or is over ({@code
   * verify_expired}).
   */
  record Expiry(Elements elements) implements VerificationEvent {
    /** In seconds since 1970. */
    public long expiredTime() {
      return elements.number("ExpiredTime");
    }
  }

  /** It failed: {@code qualification_verify_fail}, {@code naming_verify_fail}. */
  record Failure(Elements elements) implements VerificationEvent {
    /** In seconds since 1970. */
    public long failTime() {
      return elements.number("FailTime");
    }

    public String failReason() {
      return elements.text("FailReason");
    }
  }

  /**
   * It moves on: {@code wx_verify_pay_succ}, {@code wx_verify_dispatch}, {@code wx_verify_refill},
   * {@code wx_verify_fail}.
   */
  record Progress(Elements elements) implements VerificationEvent {
    public long refillTime() {
      return elements.number("RefillTime");
    }

    public String refillReason() {
      return elements.text("RefillReason");
    }
  }
}
