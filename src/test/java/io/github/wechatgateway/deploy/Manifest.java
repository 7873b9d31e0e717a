package io.github.wechatgateway.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubernetes.client.openapi.JSON;
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

  /**
   * Made from Kubernetes' OpenAPI: what they read has no unknown field, and lacks none that must be
   * there.
   */
  private static final Map<String, Class<?>> MODELS =
      Map.of(
          "apps/v1 StatefulSet", V1StatefulSet.class,
          "v1 Service", V1Service.class,
          "networking.k8s.io/v1 Ingress", V1Ingress.class,
          "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class,
          "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class);

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
    Class<?> model = MODELS.get(type);
    if (model == null) {
      throw new IOException("no schema for " + type);
    }
    Object read = JSON.deserialize(node.toString(), model);
    compare(kind(), node, YAML.readTree(JSON.serialize(read)));
  }

  /** A value of a wrong type is read as something: "yes" as false. Empty lists are added. */
  private static void compare(String where, JsonNode written, JsonNode read) {
    if (!written.isContainerNode() && !written.equals(read)) {
      throw new IllegalArgumentException(where + ": " + written + " is read as " + read);
    }
    for (int i = 0; written.isArray() && i < written.size(); i++) {
      compare(where + "/" + i, written.path(i), read.path(i));
    }
    for (Map.Entry<String, JsonNode> field : written.properties()) {
      String name = field.getKey();
      compare(where + "/" + name, field.getValue(), read.path(name));
    }
  }

  /** What is at a JSON pointer. */
  JsonNode at(String pointer) {
    return node.at(pointer);
  }
}
