package io.github.wechatgateway.observe;

import io.github.wechatgateway.message.Message;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down that a handler threw: which one, what, and where in its route. What the user wrote is
 * taken out of the exception's text, which often quotes it.
 */
public final class LogFailure implements Processor {
  private static final Logger LOG = LoggerFactory.getLogger(LogFailure.class);

  private final Counters counters;

  public LogFailure(Counters counters) {
    this.counters = counters;
  }

  @Override
  public void process(Exchange exchange) {
    Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    log(exchange, thrown, "failed; WeChat will ask again");
  }

  /**
   * Writes down what a handler threw.
   *
   * @param end what becomes of the message, after the handler's name
   */
  public void log(Exchange exchange, Throwable thrown, String end) {
    String handler = HandlerName.of(exchange);
    String account = exchange.getProperty("wechatAccount", String.class);
    LOG.error(
        "account={} messageKey={} handler={} {}. {}",
        account,
        exchange.getProperty("wechatMessageKey"),
        handler,
        end,
        Causes.of(thrown, exchange.getProperty("wechatMessage", Message.class)));
    counters.failedHandler(account, handler);
  }
}
