package io.github.wechatgateway;

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
      JsonNode manifest = json.readTree(parts.get("manifest.json").bytes()).path(0);
      return new Image(
          json.readTree(parts.get(manifest.path("Config").asText()).bytes()),
          manifest
              .path("Layers")
              .valueStream()
              .map(layer -> parts.get(layer.asText()).unzipped())
              .toList());
    }
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
