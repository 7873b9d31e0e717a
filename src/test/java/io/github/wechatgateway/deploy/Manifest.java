package io.github.wechatgateway.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One object of Kubernetes' in YAML. */
record Manifest(JsonNode node) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Made from Kubernetes' OpenAPI: no unknown field, no wrong type, nothing missing. */
  private static final Map<String, Schema> SCHEMAS =
      Map.of(
          "apps/v1 StatefulSet", V1StatefulSet::validateJsonElement,
          "v1 Service", V1Service::validateJsonElement,
          "networking.k8s.io/v1 Ingress", V1Ingress::validateJsonElement,
          "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement,
          "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement);

  private interface Schema {
    void check(JsonElement json) throws IOException;
  }

  static List<Manifest> of(String yaml) throws IOException {
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
      return documents.readAll().stream().map(Manifest::new).toList();
    }
  }

  String kind() {
    return node.path("kind").asText();
  }

  /** Throws what is wrong with it. */
  void check() throws IOException {
    String type = node.path("apiVersion").asText() + " " + kind();
    Schema schema = SCHEMAS.get(type);
    if (schema == null) {
      throw new IOException("no schema for " + type);
    }
    schema.check(JsonParser.parseString(node.toString()));
  }

  /** What is at a JSON pointer. */
  JsonNode at(String pointer) {
    return node.at(pointer);
  }
}
