package io.github.wechatgateway;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.Tar.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A container image.
 *
 * @param about what Docker calls its configuration
 */
record Image(JsonNode about, List<List<Entry>> layers) {

  /** The one of this build, standing on nothing. */
  static Image built() throws IOException {
    ObjectMapper json = new ObjectMapper();
    String whyNot = "it takes mvn verify";
    try (InputStream tar = Files.newInputStream(Built.file("image-without-base.tar", whyNot))) {
      Map<String, Entry> parts = Tar.read(tar).stream().collect(toMap(Entry::name, part -> part));
      JsonNode manifest = json.readTree(part("manifest.json", parts).bytes()).path(0);
      return new Image(
          json.readTree(part(manifest.path("Config").asText(), parts).bytes()),
          manifest
              .path("Layers")
              .valueStream()
              .map(layer -> part(layer.asText(), parts).unzipped())
              .toList());
    }
  }

  private static Entry part(String name, Map<String, Entry> parts) {
    return requireNonNull(parts.get(name), name);
  }

  JsonNode config(String key) {
    return about.path("config").path(key);
  }

  List<String> configs(String key) {
    return config(key).valueStream().map(JsonNode::asText).toList();
  }

  /** Those of all layers. */
  Stream<Entry> entries() {
    return layers.stream().flatMap(List::stream);
  }

  Stream<Entry> files() {
    return entries().filter(entry -> !entry.isFolder());
  }
}
