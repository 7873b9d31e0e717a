package io.github.wechatgateway.observe;

import java.util.Map;
import java.util.Set;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;

/** A span of Camel's that takes the attributes alone in which nobody's words or secrets can be. */
final class CleanSpan implements Span {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          TagConstants.OP,
          TagConstants.URL_SCHEME,
          TagConstants.EXCHANGE_ID,
          TagConstants.HTTP_METHOD,
          TagConstants.HTTP_STATUS);

  /** Components whose addresses stand in a route file, with no word of a message in them. */
  private static final Set<String> OWN = Set.of("platform-http", "direct", "jms", "quartz");

  private final Span span;
  private String scheme = "";

  CleanSpan(Span span) {
    this.span = span;
  }

  Span span() {
    return span;
  }

  @Override
  public void setTag(String key, String value) {
    if (key.equals(TagConstants.URL_SCHEME)) {
      scheme = value;
    }
    if (ATTRIBUTES.contains(key)) {
      span.setTag(key, value);
    } else if (key.equals(TagConstants.URL_PATH) && OWN.contains(scheme)) {
      span.setTag(key, value.replace("%7B", "{").replace("%7D", "}")); // as in the route file
    }
  }

  @Override
  public void setComponent(String component) {
    span.setComponent(component);
  }

  @Override
  public void setError(boolean isError) {
    span.setError(isError);
  }

  /** What exceptions and logs say stays here. */
  @Override
  public void log(Map<String, String> fields) {
    // the log has it, without what users wrote
  }
}
