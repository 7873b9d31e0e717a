package io.github.wechatgateway.observe;

import io.github.wechatgateway.message.Event;
import io.github.wechatgateway.message.Message;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says, once for each MsgType or Event that no handler takes, what to add to handle it. */
public final class SuggestHandler implements Processor {
  private static final Logger LOG = LoggerFactory.getLogger(SuggestHandler.class);

  /** WeChat has some hundred kinds; more are not worth a line each. */
  private static final int MOST = 500;

  private final Set<String> said = ConcurrentHashMap.newKeySet();

  @Override
  public void process(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    if (body instanceof Event event) {
      suggest("Event", event.event(), "wechatEvent", "on-event-", "route-event");
    } else if (body instanceof Message message) {
      suggest("MsgType", message.msgType(), "wechatMsgType", "on-", "route-message");
    }
  }

  private void suggest(
      String element, String value, String property, String prefix, String router) {
    String name =
        value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "?"); // it came over the network
    String handler = prefix + name.replace('_', '-');
    if (name.isEmpty() || said.size() >= MOST || !said.add(handler)) {
      return;
    }
    if (name.contains("?")) {
      LOG.info(
          "No handler takes {} \"{}\": the user gets no answer. None can be suggested for such a name, whose ? are no letters, digits, _ or - (没有处理器，用户收不到回复；该名称含特殊字符，无法给出建议).",
          element,
          name);
    } else {
      LOG.info(
          """
          No handler takes {} "{}": the user gets no answer. To add one (没有处理器，用户收不到回复；添加方法):
          1. routes/router/{}.camel.yaml, below "when:"
                        - expression:
                            simple:
                              expression: ${exchangeProperty.{}} == '{}'
                          steps:
                            - to:
                                uri: direct:{}
          2. routes/handlers/{}.camel.yaml
          - route:
              id: {}
              description: What happens on {} {}.
              from:
                uri: direct:{}
                steps:
                  - setBody:
                      expression:
                        constant:
                          expression: Hello\
          """,
          element,
          name,
          router,
          property,
          name,
          handler,
          handler,
          handler,
          element,
          name,
          handler);
    }
  }
}
