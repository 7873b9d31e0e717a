package io.github.wechatgateway.callback;

import static java.util.stream.Collectors.toMap;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.account.Encryption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Turns the body into the message's XML. An encrypted post is proved by its {@code msg_signature}
 * and decrypted; of one in compatible mode, which has both forms, the decrypted one counts. An
 * unencrypted post is the XML already, unless the account is {@code safe}.
 */
public final class OpenEnvelope implements Processor {
  private final Map<String, List<EnvelopeCipher>> ciphers;

  public OpenEnvelope(Accounts accounts) {
    ciphers = accounts.all().stream().collect(toMap(Account::name, OpenEnvelope::ciphers));
  }

  private static List<EnvelopeCipher> ciphers(Account account) {
    return account.keys().stream().map(key -> new EnvelopeCipher(key, account.appId())).toList();
  }

  @Override
  public void process(Exchange exchange) throws Refused {
    Callback callback = Callback.of(exchange);
    byte[] body =
        Objects.requireNonNullElse(exchange.getMessage().getBody(byte[].class), new byte[0]);
    Encryption encryption = callback.account().encryption();
    if (callback.encrypted() && encryption == Encryption.PLAIN) {
      throw Refused.forbidden("body: encrypted, but the account is plain");
    } else if (callback.encrypted()) {
      exchange.getMessage().setBody(decrypt(proved(callback, body), callback, exchange));
    } else if (encryption == Encryption.SAFE) {
      throw Refused.forbidden("body: unencrypted, but the account is safe");
    } else {
      exchange.getMessage().setBody(body);
    }
  }

  private static String proved(Callback callback, byte[] body) throws Refused {
    String encrypt = EnvelopeReader.encrypt(body);
    String token = callback.account().token().value();
    String timestamp = Objects.requireNonNull(callback.timestamp()); // signed, as is the nonce
    String nonce = Objects.requireNonNull(callback.nonce());
    if (!Signature.fits(callback.msgSignature(), token, timestamp, nonce, encrypt)) {
      throw Refused.forbidden("msg_signature: does not fit");
    }
    return encrypt;
  }

  /** With the account's key or, while WeChat changes over, the previous one. */
  private byte[] decrypt(String encrypt, Callback callback, Exchange exchange) throws Refused {
    Refused refused = Refused.forbidden("Encrypt: the account has no encoding-aes-key");
    for (EnvelopeCipher cipher : ciphers.getOrDefault(callback.account().name(), List.of())) {
      try {
        byte[] message = cipher.decrypt(encrypt);
        callback.openedBy(cipher).putInto(exchange);
        return message;
      } catch (Refused another) {
        refused = another;
      }
    }
    throw refused;
  }
}
