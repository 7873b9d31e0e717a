package io.github.wechatgateway.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A file below {@code routes/} as data. */
record RouteFile(Path path, List<String> lines, JsonNode yaml) {
  static final Path ROUTES = Path.of("routes");
  private static final YAMLMapper YAML = new YAMLMapper();

  static List<RouteFile> all() throws IOException {
    try (Stream<Path> paths = Files.walk(ROUTES)) {
      return paths.filter(Files::isRegularFile).sorted().map(RouteFile::read).toList();
    }
  }

  private static RouteFile read(Path path) {
    try {
      List<String> lines = Files.readAllLines(path);
      return new RouteFile(path, lines, YAML.readTree(String.join("\n", lines)));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(path.toString(), unreadable);
    }
  }

  String folder() {
    return path.getParent().getFileName().toString();
  }

  String name() {
    return path.getFileName().toString().replace(".camel.yaml", "");
  }

  /** What the file holds: one route, or one policy. */
  JsonNode content() {
    return yaml.path(0).has("route")
        ? yaml.path(0).path("route")
        : yaml.path(0).path("routeConfiguration");
  }

  boolean isPolicy() {
    return yaml.path(0).has("routeConfiguration");
  }

  /** Where the route begins; empty for a policy. */
  String from() {
    return content().path("from").path("uri").asText();
  }

  /** Every key with its value, however deep. */
  Stream<Map.Entry<String, JsonNode>> entries() {
    return entries(yaml);
  }

  /** Every value of a key, as text. */
  Stream<String> texts(String key) {
    return entries()
        .filter(entry -> entry.getKey().equals(key))
        .map(entry -> entry.getValue().asText());
  }

  /** The routes that this one leads to. */
  Stream<String> targets() {
    return Stream.concat(
            entries()
                .filter(entry -> !entry.getKey().equals("from"))
                .map(entry -> entry.getValue().path("uri").asText()),
            entries()
                .filter(entry -> List.of("to", "toD", "wireTap").contains(entry.getKey()))
                .map(entry -> entry.getValue().asText()))
        .filter(uri -> uri.startsWith("direct:"))
        .map(uri -> uri.substring("direct:".length()));
  }

  private static Stream<Map.Entry<String, JsonNode>> entries(JsonNode node) {
    return Stream.concat(
            node.properties().stream(),
            node.isArray()
                ? elements(node).map(element -> Map.entry("item", element))
                : Stream.of())
        .flatMap(entry -> Stream.concat(Stream.of(entry), entries(entry.getValue())));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
