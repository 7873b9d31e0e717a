package io.github.wechatgateway.callback;

import io.github.wechatgateway.claim.HandledMessage;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.MessageReader;
import io.github.wechatgateway.message.NotAMessage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Reads the message, which is the body from here on, and notes what routes and handlers ask for.
 */
public final class ReadMessage implements Processor {
  private final MessageReader reader = new MessageReader();

  @Override
  public void process(Exchange exchange) throws Refused {
    byte[] xml = exchange.getMessage().getBody(byte[].class);
    String account = Callback.of(exchange).account().name();
    HandledMessage.put(account, read(xml), xml, exchange);
  }

  private Message read(byte[] xml) throws Refused {
    try {
      return reader.read(xml);
    } catch (NotAMessage not) {
      throw Refused.badRequest(String.valueOf(not.getMessage()));
    }
  }
}
