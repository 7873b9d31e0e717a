package io.github.wechatgateway.callback;

import io.github.wechatgateway.observe.Counters;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request that was {@link Refused}: one constant text a status, whatever the reason. */
public final class AnswerRefusal implements Processor {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerRefusal.class);

  private final Counters counters;

  public AnswerRefusal(Counters counters) {
    this.counters = counters;
  }

  @Override
  public void process(Exchange exchange) {
    Refused refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Refused.class);
    String account = exchange.getProperty("wechatAccount", "none", String.class);
    LOG.debug("account={} refused with {}: {}", account, refused.status(), refused.getMessage());
    counters.refused(account, refused.status());
    Answer.text(exchange, refused.status(), refused.text());
  }
}
