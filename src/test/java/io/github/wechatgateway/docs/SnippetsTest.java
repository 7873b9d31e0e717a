package io.github.wechatgateway.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.wechatgateway.deploy.Keys;
import io.github.wechatgateway.docs.Document.Block;
import io.github.wechatgateway.e2e.RunningSandbox;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show works. The Chinese ones show the same: {@link DocumentsTest}. */
class SnippetsTest {
  static Stream<Block> curl() {
    return blocks("sh").filter(block -> block.code().contains("curl "));
  }

  static Stream<Block> routes() {
    return blocks("yaml").filter(block -> block.code().startsWith("- route:"));
  }

  static Stream<Block> yaml() {
    return blocks("yaml");
  }

  static Stream<Block> json() {
    return blocks("json");
  }

  static Stream<Block> properties() {
    return blocks("properties");
  }

  static Stream<Block> java() {
    return blocks("java");
  }

  static Stream<Block> withoutLanguage() {
    return Document.all().stream()
        .flatMap(document -> document.blocks().stream())
        .filter(
            block ->
                !Set.of("", "text", "sh", "yaml", "json", "properties", "java")
                    .contains(block.language()));
  }

  private static Stream<Block> blocks(String language) {
    return Document.english().stream()
        .flatMap(document -> document.blocks().stream())
        .filter(block -> block.language().equals(language));
  }

  @ParameterizedTest
  @MethodSource("curl")
  void what_calls_the_gateway_is_answered(Block block, @TempDir Path folder) throws Exception {
    Files.write(folder.resolve("photo.jpg"), Files.readAllBytes(Path.of("docs", "chat.png")));
    String functions = "curl() { command curl -sS --fail-with-body --max-time 20 \"$@\"; echo; }\n";
    String script =
        functions + block.code().replace("http://127.0.0.1:8080", RunningSandbox.uri().toString());
    Process shell =
        new ProcessBuilder("sh", "-e", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    int code = shell.waitFor();
    RunningSandbox.endFaults();

    assertThat(code).as(said).isZero();
    assertThat(said).as("what is shown to have been sent").doesNotContain("\"sent\" : [ ]");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_route_can_be_read(Block block) throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(ResourceHelper.fromString("a.camel.yaml", block.code()));

      assertThat(context.getRouteDefinitions())
          .singleElement()
          .satisfies(route -> assertThat(route.getDescriptionText()).isNotBlank());
    }
  }

  @ParameterizedTest
  @MethodSource("yaml")
  void yaml_is_yaml(Block block) throws IOException {
    assertThat(new YAMLMapper().readTree(block.code())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("json")
  void json_is_json(Block block) throws IOException {
    ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    assertThat(mapper.readTree(block.code())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("properties")
  void settings_have_keys_that_there_are(Block block) throws IOException {
    Properties settings = new Properties();
    settings.load(new StringReader(block.code()));

    assertThat(settings.stringPropertyNames())
        .isNotEmpty()
        .filteredOn(key -> !key.startsWith("camel.beans.")) // a name of one's own
        .allSatisfy(key -> assertThat(Keys.all()).contains(key.replace("<name>", "shop")));
  }

  @ParameterizedTest
  @MethodSource("java")
  void java_is_that_of_a_file(Block block) throws IOException {
    List<String> lines = block.code().lines().map(SnippetsTest::tight).toList();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .anyMatch(file -> lines.stream().allMatch(tight(Document.of(file).text())::contains));
    }
  }

  @Test
  void no_block_is_of_a_language_that_nobody_looks_at() {
    assertThat(withoutLanguage()).isEmpty();
  }

  private static String tight(String code) {
    return code.replaceAll("\\s", "");
  }
}
