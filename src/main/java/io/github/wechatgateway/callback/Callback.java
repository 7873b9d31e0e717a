package io.github.wechatgateway.callback;

import io.github.wechatgateway.account.Account;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the door knows of a request: its account and its query parameters. It travels as an exchange
 * property, which no client can set.
 *
 * @param opener what opened the envelope, and will seal the reply; null for an unencrypted request
 */
record Callback(
    Account account,
    @Nullable String timestamp,
    @Nullable String nonce,
    @Nullable String echostr,
    @Nullable String encryptType,
    @Nullable String msgSignature,
    @Nullable EnvelopeCipher opener) {
  private static final String PROPERTY = "wechatCallback";

  static Callback of(Account account, Message request) {
    return new Callback(
        account,
        parameter("timestamp", request),
        parameter("nonce", request),
        parameter("echostr", request),
        parameter("encrypt_type", request),
        parameter("msg_signature", request),
        null);
  }

  static Callback of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, Callback.class);
  }

  /** A parameter that is there once; one that is repeated is none. */
  static @Nullable String parameter(String name, Message request) {
    return request.getHeader(name) instanceof String value ? value : null;
  }

  Callback openedBy(EnvelopeCipher cipher) {
    return new Callback(account, timestamp, nonce, echostr, encryptType, msgSignature, cipher);
  }

  void putInto(Exchange exchange) {
    exchange.setProperty(PROPERTY, this);
  }

  /**
   * Whether WeChat says that the body is encrypted: {@code raw} and nothing at all say that it is
   * not.
   */
  boolean encrypted() {
    return "aes".equals(encryptType);
  }
}
