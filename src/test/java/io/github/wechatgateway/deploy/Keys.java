package io.github.wechatgateway.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What config/application.properties says that can be set; an account of it is called shop. */
public final class Keys {
  private static final Path SETTINGS = Path.of("config", "application.properties");
  private static final Pattern KEY = Pattern.compile("(?m)^#?((wechat|camel)\\.[\\w.<>-]+)=");

  /** By which it reads some of Camel's keys. */
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{env:(\\w+):");

  private Keys() {}

  public static List<String> all() throws IOException {
    return matches(KEY).map(key -> key.replace("<name>", "shop")).toList();
  }

  /** The same as environment variables. */
  public static List<String> variables() throws IOException {
    return Stream.concat(
            all().stream()
                .map(key -> key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_')),
            Stream.concat(
                matches(VARIABLE),
                Stream.of("CAMEL_MAIN_PROFILE", "CAMEL_MAIN_CLOUD_PROPERTIES_LOCATION")))
        .toList();
  }

  private static Stream<String> matches(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(SETTINGS))
        .results()
        .map((MatchResult found) -> found.group(1));
  }
}
