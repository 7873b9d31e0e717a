package io.github.wechatgateway.claim;

import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.HandlerName;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.PassiveReply;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyReader;
import java.io.InputStream;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever the handler left into the XML of the reply, which is the same for every copy of
 * the message; empty for nothing to say.
 *
 * <p>A reply that WeChat would show to the user as a fault is not sent: the answer is empty, and
 * the log names handler and field.
 */
public final class RenderReply {
  private static final Logger LOG = LoggerFactory.getLogger(RenderReply.class);

  private final Counters counters;
  private final Clock clock;

  public RenderReply(Counters counters, Clock clock) {
    this.counters = counters;
    this.clock = clock;
  }

  /** The XML; empty for nothing to say. */
  String render(Exchange exchange) {
    return render(exchange, clock.instant().getEpochSecond());
  }

  private String render(Exchange exchange, long now) {
    try {
      Reply reply = ReplyReader.read(textOf(exchange));
      return reply == null
          ? ""
          : PassiveReply.xml(reply, exchange.getProperty("wechatMessage", Message.class), now);
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
      return "";
    }
  }

  /** What an HTTP call leaves is a stream or bytes: to a handler that is a text. */
  private static @Nullable Object textOf(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    boolean bytes =
        body instanceof StreamCache || body instanceof InputStream || body instanceof byte[];
    return bytes ? exchange.getMessage().getBody(String.class) : body;
  }
}
