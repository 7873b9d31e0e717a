package io.github.wechatgateway;

import io.github.wechatgateway.config.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code wechat.log.format}, which is read before all other settings: the log is there first. Files
 * that can't be read, and wrong values, are told later, with all other problems.
 */
final class LogFormat {
  private static final String KEY = "wechat.log.format";
  private static final String VARIABLE = "WECHAT_LOG_FORMAT";
  private static final Pattern FORMATS = Pattern.compile("json|text");

  /** By which config/log4j2.properties knows it. */
  private static final String OF_LOG = "log.format";

  private LogFormat() {}

  /** Has the log written as it says. */
  static void set(Profile profile) {
    Stream.concat(
            Stream.of(System.getProperty(KEY), System.getenv(VARIABLE)).flatMap(Stream::ofNullable),
            profile.files().stream().flatMap(file -> in(file).stream()))
        .filter(format -> !format.isBlank())
        .findFirst()
        .filter(format -> FORMATS.matcher(format).matches())
        .ifPresent(format -> System.setProperty(OF_LOG, format));
  }

  /** Notes it if it is wrong. */
  static void check(Settings settings) {
    settings.required(KEY, FORMATS, "json or text");
  }

  private static Optional<String> in(String file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
    return Optional.ofNullable(properties.getProperty(KEY)).map(String::strip);
  }
}
