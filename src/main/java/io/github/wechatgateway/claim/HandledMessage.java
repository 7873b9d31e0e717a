package io.github.wechatgateway.claim;

import io.github.wechatgateway.message.Event;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.MessageKey;
import java.util.Locale;
import org.apache.camel.Exchange;

/** What routes and handlers ask of a message, as exchange properties: no client can set those. */
public final class HandledMessage {
  private HandledMessage() {}

  /**
   * Puts a message into the body and what is known of it into the properties.
   *
   * @param xml as it was read
   */
  public static void put(String account, Message message, byte[] xml, Exchange exchange) {
    exchange.setProperty("wechatAccount", account);
    exchange.setProperty("wechatMessage", message); // handlers leave their reply in the body
    exchange.setProperty("wechatXml", xml);
    exchange.setProperty("wechatUser", message.fromUserName());
    exchange.setProperty("wechatMessageKey", MessageKey.of(account, message));
    exchange.setProperty("wechatMsgType", message.msgType().toLowerCase(Locale.ROOT));
    if (message instanceof Event event) {
      exchange.setProperty("wechatEvent", event.event().toLowerCase(Locale.ROOT));
    }
    exchange.getMessage().setBody(message);
  }
}
