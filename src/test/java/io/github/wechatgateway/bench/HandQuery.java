package io.github.wechatgateway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;

/** A query, looked through for each parameter: there are six. */
final class HandQuery {
  private HandQuery() {}

  /** The parameter's value, or an empty text. */
  static String parameter(String query, String name) {
    for (int start = 0; start >= 0 && query != null; ) {
      int end = query.indexOf('&', start);
      int equals = start + name.length();
      if (query.startsWith(name, start) && equals < query.length() && query.charAt(equals) == '=') {
        String value = query.substring(equals + 1, end < 0 ? query.length() : end);
        return value.indexOf('%') < 0 && value.indexOf('+') < 0
            ? value
            : URLDecoder.decode(value, UTF_8);
      }
      start = end < 0 ? -1 : end + 1;
    }
    return "";
  }
}
