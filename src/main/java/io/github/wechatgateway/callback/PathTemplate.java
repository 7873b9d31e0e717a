package io.github.wechatgateway.callback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path with parameters, {@code /wechat/{account}}: each stands for one segment that is not empty.
 */
final class PathTemplate {
  private final List<String> segments;

  PathTemplate(String template) {
    this.segments = List.of(template.split("/", -1));
  }

  /** The parameters by their names; null if it is another path. */
  @Nullable Map<String, String> match(String path) {
    Map<String, String> parameters = new HashMap<>();
    int begin = 0;
    for (int i = 0; i < segments.size(); i++) {
      boolean last = i == segments.size() - 1;
      int slash = path.indexOf('/', begin);
      if (begin > path.length() || last != slash < 0) {
        return null;
      }
      String segment = path.substring(begin, last ? path.length() : slash);
      String expected = segments.get(i);
      if (isParameter(expected) && !segment.isEmpty()) {
        parameters.put(expected.substring(1, expected.length() - 1), segment);
      } else if (!expected.equals(segment)) {
        return null;
      }
      begin = slash + 1;
    }
    return parameters;
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }
}
