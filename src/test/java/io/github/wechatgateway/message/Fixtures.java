package io.github.wechatgateway.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** One message of each kind, from {@code src/test/resources/messages}, by the name of its file. */
final class Fixtures {
  private static final Map<String, String> XML = load();

  private Fixtures() {}

  static Set<String> names() {
    return XML.keySet();
  }

  static String xml(String fixture) {
    return Objects.requireNonNull(XML.get(fixture), fixture);
  }

  static Message read(String fixture) {
    return parse(xml(fixture));
  }

  static <T extends Message> T read(Class<T> type, String fixture) {
    return type.cast(read(fixture));
  }

  static Message parse(String xml) {
    try {
      return new MessageReader().read(xml.getBytes(UTF_8));
    } catch (NotAMessage e) {
      throw new AssertionError(xml, e);
    }
  }

  /** The XML of the fixtures, by the names of their files. */
  private static Map<String, String> load() {
    Map<String, String> fixtures = new TreeMap<>();
    try {
      Path folder = Path.of(Fixtures.class.getResource("/messages").toURI());
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.xml")) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          fixtures.put(name.substring(0, name.indexOf('.')), Files.readString(file));
        }
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
    return fixtures;
  }
}
