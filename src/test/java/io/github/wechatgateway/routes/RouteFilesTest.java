package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that each file below {@code routes/} keeps. */
class RouteFilesTest {
  private static final Set<String> FOLDERS =
      Set.of("api", "callback", "router", "handlers", "late", "policies", "sandbox", "wechat");
  private static final Set<String> EXPRESSIONS =
      Set.of(
          "simple",
          "constant",
          "method",
          "exchangeProperty",
          "variable",
          "jsonpath",
          "jq",
          "xpath",
          "tokenize");
  private static final Set<String> SCRIPTS =
      Set.of(
          "groovy", "js", "joor", "java", "python", "mvel", "ognl", "spel", "csimple", "wasm",
          "script");

  private static JsonSchema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    try (InputStream json = RouteFilesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
      schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
              .getSchema(Objects.requireNonNull(json));
    }
  }

  static List<RouteFile> files() throws IOException {
    return RouteFile.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_is_valid_by_the_schema_of_the_yaml_dsl(RouteFile file) {
    assertThat(schema.validate(file.yaml())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_is_in_one_of_the_known_folders(RouteFile file) {
    assertThat(file.path()).hasParentRaw(RouteFile.ROUTES.resolve(file.folder()));
    assertThat(FOLDERS).contains(file.folder());
    assertThat(file.path().toString()).endsWith(".camel.yaml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_holds_one_route_or_one_policy(RouteFile file) {
    assertThat(file.yaml()).hasSize(1);
    assertThat(file.content().isObject()).isTrue();
    if (!file.folder().equals("sandbox")) { // which is loaded, or not, as a whole
      assertThat(file.isPolicy()).isEqualTo(file.folder().equals("policies"));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void the_file_the_route_and_where_it_begins_have_one_name(RouteFile file) {
    if (!file.isPolicy() || file.content().has("id")) {
      assertThat(file.content().path("id").asText()).isEqualTo(file.name());
    }
    if (file.from().startsWith("direct:")) {
      assertThat(file.from()).isEqualTo("direct:" + file.name());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_route_is_described_in_one_sentence(RouteFile file) {
    String description = file.content().path("description").asText();

    assertThat(description).matches("\\p{Lu}.*\\.");
    if (!file.isPolicy()) {
      assertThat(description).doesNotContainPattern("[.!?;]\\s");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_is_short(RouteFile file) {
    assertThat(file.lines()).hasSizeLessThanOrEqualTo(80);
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_route_has_no_script(RouteFile file) {
    assertThat(file.entries())
        .extracting(entry -> entry.getKey())
        .doesNotContainAnyElementsOf(SCRIPTS);
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_route_has_no_secret(RouteFile file) {
    assertThat(String.join("\n", file.lines()))
        .doesNotContainPattern(Pattern.compile("(?i)(secret|password|token|api-?key)\\b.{0,3}[:=]"))
        .doesNotContainPattern("[A-Za-z0-9+/]{32}");
  }

  @ParameterizedTest
  @MethodSource("files")
  void an_expression_is_written_in_full(RouteFile file) {
    assertThat(file.entries())
        .allSatisfy(
            entry -> {
              if (entry.getKey().equals("expression") || entry.getKey().equals("handled")) {
                assertThat(entry.getValue().properties())
                    .as("\"simple: {expression: …}\" or the like")
                    .allMatch(language -> language.getValue().isObject());
              } else {
                assertThat(languages(entry.getValue()))
                    .as("below %s, not below \"expression:\"", entry.getKey())
                    .isEmpty();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("files")
  void an_endpoint_is_a_uri_with_its_parameters_beside_it(RouteFile file) {
    assertThat(
            file.entries()
                .filter(entry -> List.of("to", "toD", "wireTap", "from").contains(entry.getKey())))
        .allSatisfy(
            entry ->
                assertThat(entry.getValue().path("uri").asText()).isNotEmpty().doesNotContain("?"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_reply_that_a_route_reads_is_a_file(RouteFile file) {
    Stream<Path> replies =
        file.texts("method")
            .flatMap(method -> Pattern.compile("read\\('([^']*)'\\)").matcher(method).results())
            .map(read -> Path.of("config", "replies", read.group(1)));

    assertThat(replies)
        .allSatisfy(
            reply -> assertThat(Files.isRegularFile(reply)).as("%s is a file", reply).isTrue());
  }

  private static List<String> languages(JsonNode step) {
    return step.properties().stream()
        .map(option -> option.getKey())
        .filter(EXPRESSIONS::contains)
        .filter(option -> !(option.equals("method") && step.has("ref"))) // of a bean
        .toList();
  }
}
