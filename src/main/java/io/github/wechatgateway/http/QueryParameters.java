package io.github.wechatgateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a query. One that can't be decoded is none: it spoils no other. */
final class QueryParameters {
  private QueryParameters() {}

  static Map<String, List<String>> of(@Nullable String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String parameter : query == null ? new String[0] : query.split("&")) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        add(parameter.substring(0, equals), parameter.substring(equals + 1), parameters);
      }
    }
    return parameters;
  }

  private static void add(String name, String value, Map<String, List<String>> parameters) {
    try {
      String decoded = URLDecoder.decode(value, UTF_8);
      String decodedName = URLDecoder.decode(name, UTF_8);
      parameters.computeIfAbsent(decodedName, first -> new ArrayList<>()).add(decoded);
    } catch (IllegalArgumentException noPercentEncoding) {
      // left out
    }
  }
}
