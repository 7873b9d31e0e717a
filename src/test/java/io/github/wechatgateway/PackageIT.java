package io.github.wechatgateway;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the build leaves in {@code target/}, as it is handed on. */
class PackageIT {
  @Test
  void the_sbom_lists_each_jar_that_ships_with_its_digest_and_nothing_else() throws Exception {
    assertThat(components().collect(toMap(PackageIT::jar, PackageIT::digest))).isEqualTo(shipped());
  }

  @Test
  void the_sbom_tells_the_licence_of_each() throws IOException {
    assertThat(components())
        .allSatisfy(it -> assertThat(it.path("licenses")).as(jar(it)).isNotEmpty());
  }

  @Test
  void neither_jar_nor_sbom_tells_when_it_was_built() throws IOException {
    try (JarFile jar = new JarFile(Built.JAR.toFile())) {
      assertThat(jar.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
    }
    assertThat(sbom().path("metadata").has("timestamp")).isFalse();
  }

  @Test
  void the_jar_tells_nothing_of_the_machine_that_built_it() throws IOException {
    try (JarFile jar = new JarFile(Built.JAR.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().keySet())
          .extracting(Object::toString)
          .doesNotContain("Build-Jdk", "Build-Os", "Built-By", "Build-Time");
    }
  }

  @Test
  void no_class_ships_twice() throws IOException {
    Map<String, List<String>> jarsByClass = new HashMap<>();
    for (Path file : libraries()) {
      try (JarFile jar = new JarFile(file.toFile())) {
        jar.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
            .filter(name -> !name.endsWith("-info.class"))
            .forEach(
                name ->
                    jarsByClass
                        .computeIfAbsent(name, first -> new ArrayList<>())
                        .add(file.getFileName().toString()));
      }
    }

    assertThat(jarsByClass).isNotEmpty();
    assertThat(jarsByClass.values()).filteredOn(jars -> jars.size() > 1).isEmpty();
  }

  private static JsonNode sbom() throws IOException {
    Path sbom = Built.file("wechat-gateway.cdx.json", "offline Maven leaves it out");
    return new ObjectMapper().readTree(sbom.toFile());
  }

  private static Stream<JsonNode> components() throws IOException {
    return StreamSupport.stream(sbom().path("components").spliterator(), false);
  }

  private static String jar(JsonNode component) {
    return component.path("name").asText() + "-" + component.path("version").asText() + ".jar";
  }

  private static String digest(JsonNode component) {
    return StreamSupport.stream(component.path("hashes").spliterator(), false)
        .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
        .map(hash -> hash.path("content").asText())
        .findFirst()
        .orElse("none");
  }

  private static Map<String, String> shipped() throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    return libraries().stream()
        .collect(
            toMap(
                jar -> jar.getFileName().toString(),
                jar -> HexFormat.of().formatHex(sha256.digest(bytes(jar)))));
  }

  private static List<Path> libraries() throws IOException {
    try (Stream<Path> files = Files.list(Built.TARGET.resolve("lib"))) {
      return files.toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
