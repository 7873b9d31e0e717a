package io.github.wechatgateway.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path with parameters, {@code /wechat/{account}}: each stands for one segment that is not empty.
 */
final class PathTemplate {
  private final List<String> segments;
  private final boolean prefix;

  /**
   * Reads one.
   *
   * @param prefix whether it stands for everything below it as well
   */
  PathTemplate(String template, boolean prefix) {
    this.segments = List.of(template.split("/", -1));
    this.prefix = prefix;
  }

  /** The parameters by their names; null if it is another path. */
  @Nullable Map<String, String> match(String path) {
    Map<String, String> parameters = new HashMap<>();
    int begin = 0;
    for (int i = 0; i < segments.size(); i++) {
      boolean last = i == segments.size() - 1;
      int slash = path.indexOf('/', begin);
      boolean end = slash < 0;
      if (begin > path.length() || (last != end && !(last && prefix))) {
        return null;
      }
      String segment = path.substring(begin, end ? path.length() : slash);
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
