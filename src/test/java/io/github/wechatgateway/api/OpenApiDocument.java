package io.github.wechatgateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The document that the API gives of itself, and what it says of an answer. */
record OpenApiDocument(JsonNode root) {
  private static final String ID = "https://example.com/openapi.json";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final ObjectMapper JSON = new ObjectMapper();

  static OpenApiDocument read() {
    try (InputStream json = GiveOpenApi.class.getResourceAsStream("openapi.json")) {
      return new OpenApiDocument(JSON.readTree(Objects.requireNonNull(json)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Each as {@code GET /api/{account}/token}. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        name -> {
                          if (METHODS.contains(name)) {
                            operations.add(name.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return operations;
  }

  JsonNode operation(String operation) {
    String[] words = operation.split(" ");
    return root.path("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
  }

  /** Each as {@code GET /api/{account}/token 200}. */
  Set<String> answers() {
    Set<String> answers = new TreeSet<>();
    for (String operation : operations()) {
      operation(operation)
          .path("responses")
          .fieldNames()
          .forEachRemaining(status -> answers.add(operation + " " + status));
    }
    return answers;
  }

  /** What an answer has that the document does not say, or has not though the document does. */
  List<String> problems(String operation, HttpResponse<byte[]> answer) {
    JsonNode response =
        resolved(
            operation(operation).path("responses").path(Integer.toString(answer.statusCode())));
    if (response.isMissingNode()) {
      return List.of("no such status: " + answer.statusCode());
    }
    List<String> problems = new ArrayList<>(contentProblems(response, answer));
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      problems.addAll(
          problems(resolved(header.getValue()), answer.headers().firstValue(header.getKey())));
    }
    return problems;
  }

  private List<String> contentProblems(JsonNode response, HttpResponse<byte[]> answer) {
    if (!response.has("content")) {
      return answer.body().length == 0 ? List.of() : List.of("a body");
    }
    List<String> problems = new ArrayList<>();
    String type = answer.headers().firstValue("Content-Type").orElse("none");
    JsonNode content =
        response.path("content").has(type)
            ? response.path("content").path(type)
            : response.path("content").path("*/*");
    if (content.isMissingNode()) {
      problems.add("no such content type: " + type);
    } else if (content.has("schema")) {
      violations(content.path("schema"), json(answer)).forEach(it -> problems.add(it.toString()));
    }
    return problems;
  }

  private List<String> problems(JsonNode header, Optional<String> value) {
    if (value.isEmpty()) {
      return header.path("required").asBoolean() ? List.of("a header is missing") : List.of();
    }
    return violations(header.path("schema"), new TextNode(value.get())).stream()
        .map(ValidationMessage::toString)
        .toList();
  }

  /** What of a value is not as a schema of the document says. */
  Set<ValidationMessage> violations(JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      return factory()
          .getSchema(SchemaLocation.of(ID + schema.path("$ref").asText()))
          .validate(value);
    }
    return factory().getSchema(schema).validate(value);
  }

  private JsonSchemaFactory factory() {
    return JsonSchemaFactory.getInstance(
        VersionFlag.V202012,
        builder -> builder.schemaLoaders(it -> it.schemas(Map.of(ID, root.toString()))));
  }

  /** What a reference leads to; what is none is itself. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException noJson) {
      return TextNode.valueOf(answer.body().length + " bytes that are no JSON");
    }
  }
}
