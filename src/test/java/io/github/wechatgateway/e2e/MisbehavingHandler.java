package io.github.wechatgateway.e2e;

import io.github.wechatgateway.message.Link;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Does what the title of a link says. */
final class MisbehavingHandler implements Processor {
  static final String FAIL = "fail with canaryTitle3v";
  static final String BAD_REPLY = "leave a reply of no known kind";

  @Override
  public void process(Exchange exchange) {
    Link link = exchange.getMessage().getBody(Link.class);
    if (link.title().equals(FAIL)) {
      throw new IllegalArgumentException("for " + link.fromUserName() + ": " + link.title());
    } else if (link.title().equals(BAD_REPLY)) {
      exchange.getMessage().setBody(Map.of("msgtype", "telegram"));
    }
  }
}
