package io.github.wechatgateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.wechatgateway.Tar.Entry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The container image, without what it stands on. */
class ImageIT {
  private static final Pattern FLAG = Pattern.compile("-XX:[+-]?(\\w+)");
  private static final Pattern SHIPPED =
      Pattern.compile("config/([^/]+\\.properties|java\\.options|replies/.*)|routes/.*");

  private static Image image;

  @BeforeAll
  static void read() throws IOException {
    image = Image.built();
  }

  @Test
  void it_runs_as_a_user_with_a_number_who_is_not_root() {
    assertThat(image.config("User").asText()).isEqualTo("10001:10001");
  }

  @Test
  void it_runs_the_gateway_in_the_folder_of_config_and_routes_and_takes_its_arguments() {
    assertThat(image.configs("Entrypoint"))
        .containsExactly(
            "java",
            "@config/java.options",
            "-cp",
            "@/app/jib-classpath-file",
            Main.class.getName());
    assertThat(image.config("WorkingDir").asText()).isEqualTo("/app");
    assertThat(image.config("Cmd").isMissingNode()).isTrue();
    assertThat(image.configs("Env")).containsExactly("LANG=C.UTF-8");
  }

  @Test
  void with_a_cache_it_runs_the_same_command_as_the_one_that_made_the_cache() throws IOException {
    String file = Files.readString(Path.of("config/docker/Dockerfile")).replace("\\\n   ", "");
    List<String> command = image.configs("Entrypoint");

    assertThat(file)
        .containsOnlyOnce("-XX:AOTCacheOutput=/tmp/wechat-gateway.aot")
        .contains("COPY --from=training /tmp/wechat-gateway.aot .")
        .contains(String.join(" ", command.subList(2, command.size())) + ";")
        .contains("timeout 30 " + String.join(" ", command.subList(0, 2)) + " ")
        .endsWith(
            "ENTRYPOINT [\"java\", \"-XX:AOTCache=wechat-gateway.aot\", \"%s\"]\n"
                .formatted(String.join("\", \"", command.subList(1, command.size()))));
  }

  @Test
  void each_flag_is_one_of_the_jvm() throws IOException {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    assertThat(FLAG.matcher(Files.readString(Path.of("config/java.options"))).results())
        .hasSizeGreaterThan(4)
        .allSatisfy(flag -> assertThat(jvm.getVMOption(flag.group(1))).isNotNull());
  }

  @Test
  void its_ports_are_those_of_the_settings() throws IOException {
    String settings = Files.readString(Path.of("config/application.properties"));

    assertThat(image.config("ExposedPorts").fieldNames())
        .toIterable()
        .containsExactly("8080/tcp", "8081/tcp");
    assertThat(settings).contains("{{env:WECHAT_LISTEN:8080}}");
    assertThat(settings).contains("{{env:WECHAT_MANAGEMENT_LISTEN:8081}}");
  }

  @Test
  void its_one_volume_is_data_which_any_user_may_write() {
    assertThat(image.config("Volumes").fieldNames()).toIterable().containsExactly("/app/data");
    assertThat(image.entries().filter(entry -> (entry.mode() & 2) != 0))
        .extracting(Entry::name)
        .containsExactly("app/data/");
  }

  @Test
  void it_tells_what_it_is() throws IOException {
    assertThat(label("title")).isEqualTo("wechat-gateway");
    assertThat(label("licenses")).isEqualTo("Apache-2.0");
    assertThat(label("description")).isNotEmpty();
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + label("version") + "</version>");
  }

  @Test
  void it_holds_the_jars_that_were_tested_and_settings_and_routes_and_nothing_else()
      throws IOException {
    Map<String, ByteBuffer> expected = new HashMap<>();
    put(expected, "app/classpath/wechat-gateway.jar", Built.JAR);
    for (Path library : files(Built.TARGET.resolve("lib"))) {
      put(expected, "app/libs/" + library.getFileName(), library);
    }
    for (String folder : List.of("config", "routes")) {
      for (Path file : files(Path.of(folder))) {
        if (SHIPPED.matcher(file.toString()).matches()) {
          put(expected, "app/" + file, file);
        }
      }
    }

    Map<String, ByteBuffer> found =
        image
            .files()
            .filter(file -> !file.name().startsWith("app/jib-"))
            .collect(toMap(Entry::name, Entry::content));

    assertThat(found.remove("app/data/.keep")).isEqualTo(ByteBuffer.allocate(0));
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void its_class_path_names_each_jar_once_ours_first() {
    String classPath =
        image
            .files()
            .filter(entry -> entry.name().equals("app/jib-classpath-file"))
            .map(entry -> new String(entry.bytes(), UTF_8))
            .findFirst()
            .orElseThrow();

    assertThat(classPath.split(":"))
        .startsWith("/app/classpath/*") // which is one jar
        .containsExactlyInAnyOrderElementsOf(
            image
                .files()
                .map(entry -> "/" + entry.name())
                .filter(name -> name.endsWith(".jar"))
                .map(name -> name.replace("/wechat-gateway.jar", "/*"))
                .toList());
  }

  @Test
  void what_an_operator_changes_lies_in_layers_of_its_own() {
    assertThat(image.layers())
        .filteredOn(layer -> layer.stream().anyMatch(ImageIT::isEdited))
        .allSatisfy(
            layer -> assertThat(layer).allMatch(entry -> entry.isFolder() || isEdited(entry)));
  }

  @Test
  void neither_when_nor_by_whom_it_was_built_can_be_seen() throws IOException {
    String time = image.about().path("created").asText();

    assertThat(Files.readString(Path.of("pom.xml"))).contains(">" + time + "<");
    assertThat(image.entries().map(Entry::modified))
        .isSubsetOf(Instant.parse(time), Instant.EPOCH, Instant.ofEpochSecond(1));
    assertThat(image.entries()).allMatch(entry -> entry.user() == 0 && entry.group() == 0);
  }

  private static boolean isEdited(Entry entry) {
    return !entry.isFolder()
        && (entry.name().startsWith("app/config/") || entry.name().startsWith("app/routes/"));
  }

  private static String label(String name) {
    return image.config("Labels").path("org.opencontainers.image." + name).asText();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void put(Map<String, ByteBuffer> files, String name, Path file)
      throws IOException {
    files.put(name, ByteBuffer.wrap(Files.readAllBytes(file)));
  }
}
