package io.github.wechatgateway.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/**
 * The {@code wechat.*} keys: a JVM system property wins over an environment variable (upper case,
 * {@code .} and {@code -} as {@code _}), which wins over the profile's file and {@code
 * config/application.properties}.
 *
 * <p>What is wrong is noted, not thrown, so that all of it can be told at once.
 *
 * <p>Camel's own look-up would do the same but writes each value, secrets too, into its debug log.
 */
public final class Settings {
  /** For a key whose reader looks at it himself. */
  public static final Pattern ANYTHING = Pattern.compile(".+", Pattern.DOTALL);

  /** What Kubernetes tells of a service by the name of wechat or wechat-something. */
  private static final Pattern OF_KUBERNETES = Pattern.compile(".*_SERVICE_HOST|.*_PORT(_.*)?");

  private static final Pattern VARIABLE = Pattern.compile("\\benv:(\\w+)");

  private final CamelContext context;
  private final Properties files;
  private final Map<String, String> environment;
  private final Set<String> read = new TreeSet<>();

  /** Read as well, but only to refuse them: no key to offer. */
  private final Set<String> notYet = new TreeSet<>();

  private final List<Problem> problems = new ArrayList<>();

  public Settings(CamelContext context) {
    this(context, System.getenv());
  }

  Settings(CamelContext context, Map<String, String> environment) {
    this.context = context;
    this.files = context.getPropertiesComponent().loadProperties();
    this.environment = environment;
  }

  /** Everything that is wrong with what was read so far. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * The value of a key.
   *
   * @param pattern the whole value must match; the value itself is never shown
   * @return the value; nothing where the key is missing or empty, or where it is noted as a problem
   */
  public Optional<String> text(String key, Pattern pattern, String expected) {
    Optional<String> value = value(key);
    if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
      wrong(key, Problem.shapeOf(value.get()), expected);
      return Optional.empty();
    }
    return value;
  }

  /**
   * As {@link #text}, of a key that must be there: where it is not, that is noted and the answer is
   * empty.
   */
  public String required(String key, Pattern pattern, String expected) {
    int before = problems.size();
    Optional<String> value = text(key, pattern, expected);
    if (value.isEmpty() && problems.size() == before) {
      wrong(key, "missing", expected);
    }
    return value.orElse("");
  }

  /**
   * The folder of a name in the value of a key.
   *
   * @return the working folder where no file can have that name, which is noted
   */
  public Path folder(String key, String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException notHere) { // its text holds the value
      wrong(key, "a name that no file can have here", "a folder");
      return Path.of("");
    }
  }

  /** A whole number of a key that the reference gives a default. */
  public int number(String key, int least, int most) {
    String expected = "a whole number from %d to %d".formatted(least, most);
    String value = required(key, Pattern.compile("-?\\d{1,9}"), expected);
    if (value.isEmpty()) {
      return least;
    }
    int number = Integer.parseInt(value);
    if (number < least || number > most) {
      wrong(key, "a number out of range", expected);
      return least;
    }
    return number;
  }

  /** One of the constants of an enum, written in lower case with {@code -}. */
  public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    Map<String, E> choices =
        Arrays.stream(type.getEnumConstants())
            .collect(
                Collectors.toMap(
                    constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    c -> c));
    Optional<String> value = value(key);
    if (value.isPresent() && !choices.containsKey(value.get())) {
      wrong(key, Problem.shapeOf(value.get()), String.join(", ", new TreeSet<>(choices.keySet())));
    }
    return value.map(choices::get);
  }

  /**
   * The names that stand between a prefix and the next dot, from whatever source: the accounts, for
   * one.
   */
  public Set<String> names(String prefix) {
    Set<String> names = new TreeSet<>();
    Pattern key = Pattern.compile(Pattern.quote(prefix) + "\\.([^.]+)\\..+");
    Pattern variable = Pattern.compile(Pattern.quote(variable(prefix)) + "_([A-Z0-9]+)_.+");
    collect(key, variable, names);
    return names;
  }

  /** What stands below a prefix, from whatever source: the last words of its keys. */
  public Set<String> below(String prefix) {
    Set<String> names = new TreeSet<>();
    Pattern key = Pattern.compile(Pattern.quote(prefix) + "\\.(.+)");
    Pattern variable = Pattern.compile(Pattern.quote(variable(prefix)) + "_(.+)");
    collect(key, variable, names);
    return names;
  }

  /** Notes a problem that only the reader of a key can see. */
  public void wrong(String key, String found, String expected) {
    problems.add(new Problem(key, found, expected));
  }

  /** Notes a key that is set although this version can't do yet what it asks for. */
  public void notYet(String key, String what) {
    if (value(key).isPresent()) {
      wrong(key, "set", "unset, for this version has no " + what + " yet");
    }
    read.remove(key);
    notYet.add(key);
  }

  /**
   * Notes every key and environment variable with the prefix that nobody has read: a typing
   * mistake, or something that is not there yet.
   */
  public void refuseUnread(String prefix) {
    keys().stream()
        .filter(key -> key.startsWith(prefix) && !read.contains(key) && !notYet.contains(key))
        .forEach(
            key ->
                wrong(
                    key,
                    "unknown key",
                    "a key of config/application.properties; the nearest is "
                        + nearest(key, read)));
    Set<String> known = read.stream().map(Settings::variable).collect(Collectors.toSet());
    known.addAll(Address.VARIABLES.values());
    Address.VARIABLES.values().forEach(variable -> known.add(variable + "_HOST"));
    Set<String> allowed = new TreeSet<>(known);
    notYet.forEach(key -> allowed.add(variable(key)));
    files.values().forEach(value -> namedIn(value.toString()).forEach(allowed::add));
    environment.keySet().stream()
        .filter(name -> name.startsWith(variable(prefix)) && !allowed.contains(name))
        .filter(name -> !OF_KUBERNETES.matcher(name).matches())
        .sorted()
        .forEach(
            name ->
                wrong(
                    name,
                    "unknown variable",
                    "a key of config/application.properties, upper case, . and - as _; the nearest"
                        + " is "
                        + nearest(name, known)));
  }

  /** Notes what Camel would refuse of its own keys, in the files and from the JVM. */
  public void refuseWrongKeysOfCamel() {
    Map<String, String> values = new TreeMap<>();
    for (String key : keys()) {
      if (key.startsWith("camel.") && !read.contains(key)) { // what was read is told already
        String value = System.getProperty(key, files.getProperty(key, ""));
        resolved(key, value).ifPresent(it -> values.put(key, it.strip()));
      }
    }
    CamelKeys.problems(values).forEach(problems::add);
  }

  /** The variables that a value asks for. */
  private static Stream<String> namedIn(String value) {
    return VARIABLE.matcher(value).results().map(found -> found.group(1));
  }

  private Optional<String> value(String key) {
    read.add(key);
    String value =
        System.getProperty(key, environment.getOrDefault(variable(key), files.getProperty(key)));
    return Optional.ofNullable(value)
        .flatMap(v -> resolved(key, v))
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }

  /**
   * Camel writes what it resolves into its debug log: a value without placeholders never goes
   * there.
   */
  private Optional<String> resolved(String key, String value) {
    if (!value.contains("{{")) {
      return Optional.of(value);
    }
    try {
      return Optional.of(context.resolvePropertyPlaceholders(value));
    } catch (IllegalArgumentException leadsNowhere) { // its text holds the value
      wrong(key, "a {{placeholder}} without a value", "one that is set");
      return Optional.empty();
    }
  }

  private Set<String> keys() {
    Set<String> keys = new TreeSet<>(files.stringPropertyNames());
    keys.addAll(System.getProperties().stringPropertyNames());
    return keys;
  }

  private void collect(Pattern key, Pattern variable, Set<String> names) {
    keys().forEach(name -> collect(key.matcher(name), names::add));
    environment
        .keySet()
        .forEach(
            name -> collect(variable.matcher(name), it -> names.add(it.toLowerCase(Locale.ROOT))));
  }

  private static String nearest(String unknown, Set<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(key -> distance(key, unknown)))
        .orElse("none");
  }

  /** How many letters one must add, drop or change to make one of the other (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j - 1], row[j]));
      }
    }
    return row[to.length()];
  }

  private static void collect(Matcher matcher, Consumer<String> names) {
    if (matcher.matches()) {
      names.accept(matcher.group(1));
    }
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
