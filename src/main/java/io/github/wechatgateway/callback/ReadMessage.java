package io.github.wechatgateway.callback;

import io.github.wechatgateway.message.Event;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.MessageKey;
import io.github.wechatgateway.message.MessageReader;
import io.github.wechatgateway.message.NotAMessage;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Reads the message, which is the body from here on, and notes what routes and handlers ask for.
 */
public final class ReadMessage implements Processor {
  /** The message itself, for the steps behind the handler, which leaves its reply in the body. */
  static final String MESSAGE = "wechatMessage";

  private final MessageReader reader = new MessageReader();

  @Override
  public void process(Exchange exchange) throws Refused {
    Message message = read(exchange.getMessage().getBody(byte[].class));
    exchange.setProperty(MESSAGE, message);
    exchange.setProperty("wechatUser", message.fromUserName());
    exchange.setProperty(
        "wechatMessageKey", MessageKey.of(Callback.of(exchange).account().name(), message));
    exchange.setProperty("wechatMsgType", message.msgType().toLowerCase(Locale.ROOT));
    if (message instanceof Event event) {
      exchange.setProperty("wechatEvent", event.event().toLowerCase(Locale.ROOT));
    }
    exchange.getMessage().setBody(message);
  }

  private Message read(byte[] xml) throws Refused {
    try {
      return reader.read(xml);
    } catch (NotAMessage not) {
      throw Refused.badRequest(String.valueOf(not.getMessage()));
    }
  }
}
