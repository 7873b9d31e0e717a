package io.github.wechatgateway.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wechatgateway.wechat.send.Sent;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers as WeChat does, and says how many messages it became. */
final class TellSent implements Processor {

  @Override
  public void process(Exchange exchange) {
    Sent sent = exchange.getProperty("wechatSent", Sent.class);
    ApiAnswer.json(
        200,
        ApiAnswer.JSON,
        JsonNodeFactory.instance
            .objectNode()
            .put("errcode", 0)
            .put("errmsg", "ok")
            .put("messages", sent.messages())
            .put("cut", sent.cut()),
        exchange);
  }
}
