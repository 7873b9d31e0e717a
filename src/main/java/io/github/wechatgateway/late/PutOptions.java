package io.github.wechatgateway.late;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a message is put.
 *
 * @param id of which the queue takes one, for as long as it remembers; null if any number may come
 * @param delay after which it comes out; zero: at once
 * @param properties by which selectors find it: texts and numbers
 */
public record PutOptions(@Nullable String id, Duration delay, Map<String, Object> properties) {
  /** It comes out at once, as often as it is put. */
  public static final PutOptions NONE = new PutOptions(null, Duration.ZERO, Map.of());

  /** Takes the properties as they are now. */
  public PutOptions {
    properties = Map.copyOf(properties);
  }

  /** With an id: the second of two with the same is not taken. */
  public PutOptions id(String value) {
    return new PutOptions(value, delay, properties);
  }

  /** With a delay, after which it comes out. */
  public PutOptions delay(Duration value) {
    return new PutOptions(id, value, properties);
  }

  /** With one property more. */
  public PutOptions property(String name, Object value) {
    Map<String, Object> more = new HashMap<>(properties);
    more.put(name, value);
    return new PutOptions(id, delay, more);
  }
}
