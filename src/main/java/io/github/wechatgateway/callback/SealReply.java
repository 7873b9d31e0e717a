package io.github.wechatgateway.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.HandlerName;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.PassiveReply;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyReader;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever the handler left into the answer: the reply's XML, in an envelope when the try
 * came in one.
 *
 * <p>A reply that WeChat would show to the user as a fault is not sent: the answer is empty, and
 * the log names handler and field.
 */
public final class SealReply implements Processor {
  private static final Logger LOG = LoggerFactory.getLogger(SealReply.class);
  private static final SecureRandom RANDOMNESS = new SecureRandom();

  private final Counters counters;
  private final Clock clock;

  public SealReply(Counters counters, Clock clock) {
    this.counters = counters;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    long now = clock.instant().getEpochSecond();
    String xml = render(exchange, now);
    EnvelopeCipher cipher = Callback.of(exchange).opener();
    if (xml == null) {
      Answer.empty(exchange); // never encrypted, in any mode
    } else if (cipher == null) {
      Answer.xml(exchange, xml);
    } else {
      Answer.xml(
          exchange, envelope(xml, cipher, Callback.of(exchange).account().token().value(), now));
    }
  }

  private @Nullable String render(Exchange exchange, long now) {
    try {
      Reply reply = ReplyReader.read(textOf(exchange));
      return reply == null
          ? null
          : PassiveReply.xml(reply, exchange.getProperty(ReadMessage.MESSAGE, Message.class), now);
    } catch (BadReply bad) {
      String handler = HandlerName.of(exchange);
      String account = exchange.getProperty("wechatAccount", String.class);
      LOG.error(
          "account={} messageKey={} handler={}: its reply is not sent, the user sees nothing. {}",
          account,
          exchange.getProperty("wechatMessageKey"),
          handler,
          bad.getMessage());
      counters.badReply(account, handler);
      return null;
    }
  }

  /** What an HTTP call leaves is a stream or bytes: to a handler that is a text. */
  private static @Nullable Object textOf(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    boolean bytes =
        body instanceof StreamCache || body instanceof InputStream || body instanceof byte[];
    return bytes ? exchange.getMessage().getBody(String.class) : body;
  }

  private static String envelope(String xml, EnvelopeCipher cipher, String token, long now) {
    String encrypt = cipher.encrypt(xml.getBytes(UTF_8));
    String timestamp = Long.toString(now); // seconds: milliseconds have been refused
    String nonce = Long.toString(RANDOMNESS.nextLong(1_000_000_000L, 10_000_000_000L));
    String signature = Signature.of(token, timestamp, nonce, encrypt);
    // Base64 and digits need no escaping.
    return "<xml><Encrypt><![CDATA[%s]]></Encrypt><MsgSignature><![CDATA[%s]]></MsgSignature><TimeStamp>%s</TimeStamp><Nonce><![CDATA[%s]]></Nonce></xml>"
        .formatted(encrypt, signature, timestamp, nonce);
  }
}
