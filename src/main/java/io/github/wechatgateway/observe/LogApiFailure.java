package io.github.wechatgateway.observe;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down that a request of the gateway API failed by no fault of its client: in which route,
 * and what was thrown where, without its text, which may quote the request.
 */
public final class LogApiFailure {
  private static final Logger LOG = LoggerFactory.getLogger(LogApiFailure.class);

  public void log(Exchange exchange, Throwable thrown) {
    LOG.error(
        "client={} account={} route={} failed. {}",
        exchange.getProperty("wechatClient"),
        exchange.getProperty("wechatAccount"),
        exchange.getFromRouteId(),
        Causes.withoutText(thrown));
  }
}
