package io.github.wechatgateway.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.main.MainHelper;
import org.apache.camel.util.OrderedLocationProperties;
import org.jspecify.annotations.Nullable;

/**
 * The {@code camel.*} keys, each tried by itself on what Camel would set it on. Camel's own start
 * ends at the first that is wrong, and tells its value.
 */
public final class CamelKeys {
  private static final Pattern KEY = Pattern.compile("camel\\.([^.]+)\\.(.+)");
  private static final Pattern COMPONENT = Pattern.compile("([^.]+)\\.(.+)");

  /** What Camel sets them on; it looks into the other groups itself. */
  private static final Map<String, Function<MainConfigurationProperties, Object>> TARGETS =
      Map.of(
          "main", main -> main,
          "server", MainConfigurationProperties::httpServer,
          "management", MainConfigurationProperties::httpManagementServer,
          "metrics", MainConfigurationProperties::metrics,
          "health", MainConfigurationProperties::health);

  /** Groups of keys whose names are free, or of parts that the gateway does not have. */
  private static final Set<String> OTHERS =
      Set.of(
          "beans",
          "cloud",
          "context",
          "dataformat",
          "debug",
          "devConsole",
          "faulttolerance",
          "globalOptions",
          "language",
          "lra",
          "mdc",
          "opentelemetry",
          "opentelemetry2",
          "resilience4j",
          "rest",
          "routeController",
          "routeTemplate",
          "ssl",
          "startupcondition",
          "telemetryDev",
          "threadpool",
          "trace",
          "variable",
          "vault");

  private CamelKeys() {}

  /**
   * What Camel would refuse.
   *
   * @param values by their keys, all of Camel's, without placeholders
   */
  static Iterable<Problem> problems(Map<String, String> values) {
    Map<String, Problem> problems = new TreeMap<>();
    try (DefaultCamelContext nothing = new DefaultCamelContext()) {
      nothing.setStartupSummaryLevel(StartupSummaryLevel.Off);
      values.forEach(
          (key, value) ->
              problem(key, value, nothing).ifPresent(problem -> problems.put(key, problem)));
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
    return problems.values();
  }

  /** What Camel's own start fell over, if it was a key. */
  public static Optional<Problem> problem(Throwable failed) {
    for (Throwable thrown = failed; thrown != null; thrown = thrown.getCause()) {
      if (thrown instanceof PropertyBindingException wrong) {
        String value = wrong.getValue() == null ? "" : wrong.getValue().toString();
        return Optional.of(problem(key(wrong), value, wrong));
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> problem(String key, String value, CamelContext nothing) {
    Matcher parts = KEY.matcher(key);
    if (!parts.matches()) {
      return Optional.of(unknown(key));
    }
    String group = parts.group(1);
    String option = parts.group(2);
    Object target;
    if (TARGETS.containsKey(group)) {
      target = TARGETS.get(group).apply(new MainConfigurationProperties());
    } else if (group.equals("component")) {
      Matcher component = COMPONENT.matcher(option);
      target = component.matches() ? nothing.getComponent(component.group(1)) : null;
      option = component.matches() ? component.group(2) : "";
    } else {
      boolean free = OTHERS.stream().anyMatch(other -> other.equalsIgnoreCase(group));
      return free ? Optional.empty() : Optional.of(unknown(key));
    }
    if (value.isEmpty()) {
      return Optional.of(new Problem(key, "empty", "a value, or no such line"));
    }
    if (target == null || option.equals("enabled") || value.startsWith("#")) { // of Camel's own
      return Optional.empty();
    }
    return Optional.ofNullable(refusal(key, option, value, target, nothing));
  }

  private static @Nullable Problem refusal(
      String key, String option, String value, Object target, CamelContext nothing) {
    OrderedLocationProperties one = new OrderedLocationProperties();
    one.put(key, MainHelper.optionKey(option), value);
    try {
      MainHelper.setPropertiesOnTarget(
          nothing, target, one, "", true, true, new OrderedLocationProperties());
      return null;
    } catch (PropertyBindingException wrong) {
      return problem(key, value, wrong);
    }
  }

  private static Problem problem(String key, String value, PropertyBindingException wrong) {
    return wrong.getCause() == null
        ? unknown(key)
        : new Problem(key, Problem.shapeOf(value), "what Camel takes for this key");
  }

  private static Problem unknown(String key) {
    return new Problem(key, "unknown key", "a key of Camel's");
  }

  private static String key(PropertyBindingException wrong) {
    String prefix = wrong.getOptionPrefix() == null ? "" : wrong.getOptionPrefix();
    String key = wrong.getOptionKey() == null ? wrong.getPropertyName() : wrong.getOptionKey();
    return key.startsWith("camel.") ? key : prefix + key;
  }
}
