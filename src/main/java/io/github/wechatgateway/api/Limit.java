package io.github.wechatgateway.api;

import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** How many of something a client asks for. */
final class Limit {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?|100");
  private static final int DEFAULT = 20;

  private Limit() {}

  /** The parameter {@code limit}: 1 to 100, and 20 where there is none. */
  static int of(Exchange exchange) throws ApiProblem {
    String given = Parameter.of("limit", exchange);
    if (given.isEmpty()) {
      return DEFAULT;
    } else if (!NUMBER.matcher(given).matches()) {
      throw ApiProblem.badRequest("limit", "something else", "a number from 1 to 100");
    }
    return Integer.parseInt(given);
  }
}
