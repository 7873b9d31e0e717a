package io.github.wechatgateway.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Turns the XML of the reply into the answer to one try, in an envelope when the try came in one.
 */
public final class SealReply implements Processor {
  private static final SecureRandom RANDOMNESS = new SecureRandom();

  private final Clock clock;

  public SealReply(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    String xml = exchange.getMessage().getBody(String.class);
    EnvelopeCipher cipher = Callback.of(exchange).opener();
    if (xml.isEmpty()) {
      Answer.empty(exchange); // never encrypted, in any mode
    } else if (cipher == null) {
      Answer.xml(exchange, xml);
    } else {
      String token = Callback.of(exchange).account().token().value();
      Answer.xml(exchange, envelope(xml, cipher, token, clock.instant().getEpochSecond()));
    }
  }

  private static String envelope(String xml, EnvelopeCipher cipher, String token, long now) {
    String encrypt = cipher.encrypt(xml.getBytes(UTF_8));
    String timestamp = Long.toString(now); // seconds: milliseconds have been refused
    String nonce = Long.toString(RANDOMNESS.nextLong(1_000_000_000L, 10_000_000_000L));
    String signature = Signature.of(token, timestamp, nonce, encrypt);
    // Base64 and digits need no escaping.
    return "<xml><Encrypt><![CDATA["
        + encrypt
        + "]]></Encrypt><MsgSignature><![CDATA["
        + signature
        + "]]></MsgSignature><TimeStamp>"
        + timestamp
        + "</TimeStamp><Nonce><![CDATA["
        + nonce
        + "]]></Nonce></xml>";
  }
}
