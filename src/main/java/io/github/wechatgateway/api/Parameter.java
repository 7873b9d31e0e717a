package io.github.wechatgateway.api;

import org.apache.camel.Exchange;

/** A parameter of the path or the query. */
final class Parameter {
  private Parameter() {}

  /** Its value; "" where it is missing or repeated. */
  static String of(String name, Exchange exchange) {
    return exchange.getMessage().getHeader(name) instanceof String value ? value : "";
  }
}
