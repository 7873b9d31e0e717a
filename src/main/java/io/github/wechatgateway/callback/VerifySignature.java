package io.github.wechatgateway.callback;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Accounts;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that happens to a request: its account is looked up and its {@code signature}
 * over token, timestamp and nonce is compared; the body is not touched. Afterwards no header is
 * left: what the next steps need of the request is in the {@link Callback}.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/guide/dev/push/index.html">消息推送</a>
 */
public final class VerifySignature implements Processor {
  private final Accounts accounts;
  private final int maxAge;
  private final Clock clock;

  /**
   * For these accounts.
   *
   * @param maxAge seconds that the signed timestamp may be off, either way; 0 = not looked at
   */
  public VerifySignature(Accounts accounts, int maxAge, Clock clock) {
    this.accounts = accounts;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) throws Refused {
    Message request = exchange.getMessage();
    String name = Callback.parameter("account", request);
    Account account = name == null ? null : accounts.byName(name);
    if (account == null) {
      throw Refused.notFound("account: unknown");
    }
    exchange.setProperty("wechatAccount", account.name());
    Callback callback = Callback.of(account, request);
    verify(callback, Callback.parameter("signature", request));
    callback.putInto(exchange);
    request.removeHeaders("*");
  }

  private void verify(Callback callback, @Nullable String signature) throws Refused {
    String timestamp = callback.timestamp();
    String nonce = callback.nonce();
    if (timestamp == null || nonce == null) {
      throw Refused.forbidden("timestamp, nonce: missing or repeated");
    }
    if (!Signature.fits(signature, callback.account().token().value(), timestamp, nonce)) {
      throw Refused.forbidden("signature: does not fit (another token?)");
    }
    if (maxAge > 0 && !recent(timestamp)) {
      throw Refused.forbidden("timestamp: older or newer than wechat.callback.max-age");
    }
  }

  private boolean recent(String timestamp) {
    try {
      return Math.abs(
              Math.subtractExact(clock.instant().getEpochSecond(), Long.parseLong(timestamp)))
          <= maxAge;
    } catch (ArithmeticException | NumberFormatException noTime) {
      return false;
    }
  }
}
