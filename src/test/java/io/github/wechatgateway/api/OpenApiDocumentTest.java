package io.github.wechatgateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document as a document: it is of OpenAPI 3.1, and all its parts hold together. */
class OpenApiDocumentTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  static Set<String> operations() {
    return DOCUMENT.operations();
  }

  static Set<Map.Entry<String, JsonNode>> schemas() {
    return DOCUMENT.root().path("components").path("schemas").properties();
  }

  @Test
  void it_says_what_it_is() {
    assertThat(DOCUMENT.root().path("openapi").asText()).matches("3\\.1\\.\\d+");
    assertThat(DOCUMENT.root().path("info").path("title").asText()).isNotEmpty();
    assertThat(DOCUMENT.root().path("info").path("version").asText()).isNotEmpty();
    assertThat(DOCUMENT.root().properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("openapi", "info", "servers", "security", "paths", "components");
  }

  @Test
  void every_reference_leads_somewhere_and_every_component_is_referred_to() {
    List<String> references =
        DOCUMENT.root().findValuesAsText("$ref").stream().distinct().sorted().toList();
    List<String> components = new ArrayList<>();
    for (Map.Entry<String, JsonNode> kind : DOCUMENT.root().path("components").properties()) {
      if (!kind.getKey().equals("securitySchemes")) {
        kind.getValue()
            .fieldNames()
            .forEachRemaining(name -> components.add("#/components/" + kind.getKey() + "/" + name));
      }
    }

    assertThat(references).containsExactlyInAnyOrderElementsOf(components);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void an_operation_says_what_it_does_and_declares_the_parameters_of_its_path(String operation) {
    JsonNode node = DOCUMENT.operation(operation);
    List<String> declared = new ArrayList<>();
    for (JsonNode place :
        List.of(DOCUMENT.root().path("paths").path(operation.split(" ")[1]), node)) {
      place
          .path("parameters")
          .forEach(
              parameter -> {
                JsonNode it = DOCUMENT.resolved(parameter);
                if (it.path("in").asText().equals("path")) {
                  assertThat(it.path("required").asBoolean()).isTrue();
                  declared.add(it.path("name").asText());
                }
              });
    }

    assertThat(node.path("summary").asText()).isNotEmpty();
    assertThat(declared)
        .containsExactlyInAnyOrderElementsOf(
            PARAMETER.matcher(operation).results().map(it -> it.group(1)).toList());
  }

  @Test
  void every_operation_has_an_id_of_its_own() {
    assertThat(operations())
        .extracting(it -> DOCUMENT.operation(it).path("operationId").asText())
        .doesNotHaveDuplicates()
        .doesNotContain("");
  }

  @Test
  void every_operation_but_the_document_itself_needs_a_key_and_says_what_happens_without() {
    Set<String> open =
        operations().stream()
            .filter(it -> DOCUMENT.operation(it).path("security").isEmpty())
            .filter(it -> DOCUMENT.operation(it).has("security"))
            .collect(Collectors.toSet());

    assertThat(open).containsExactly("GET /api/openapi.json");
    assertThat(operations())
        .filteredOn(it -> !open.contains(it))
        .allMatch(it -> DOCUMENT.operation(it).path("responses").has("401"));
    assertThat(DOCUMENT.root().path("security").path(0).has("key")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void a_schema_is_one_of_json_schema_and_its_examples_fit(Map.Entry<String, JsonNode> schema) {
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012))
                .validate(schema.getValue()))
        .isEmpty();
    for (JsonNode example : schema.getValue().path("examples")) {
      assertThat(DOCUMENT.violations(schema.getValue(), example)).isEmpty();
    }
  }
}
