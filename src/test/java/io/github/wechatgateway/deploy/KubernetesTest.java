package io.github.wechatgateway.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** config/kubernetes/, against Kubernetes' schema and against what the gateway is. */
class KubernetesTest {
  private static final Path FOLDER = Path.of("config", "kubernetes");
  private static final Path BASE = FOLDER.resolve("base");
  private static final String CONTAINER = "/spec/template/spec/containers/0";

  @Test
  void each_file_is_listed_and_fits_the_schema() throws IOException {
    JsonNode listed = new YAMLMapper().readTree(BASE.resolve("kustomization.yaml").toFile());

    assertThat(texts(listed.path("resources")))
        .containsExactlyInAnyOrder(
            "statefulset.yaml",
            "service.yaml",
            "ingress.yaml",
            "network-policy.yaml",
            "disruption-budget.yaml");
    for (String file : texts(listed.path("resources"))) {
      read(file).check();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "statefulset.yaml, readOnlyRootFilesystem, readOnlyRootFileSystem",
    "statefulset.yaml, containerPort, containerport",
    "network-policy.yaml, policyTypes, policyType",
    "ingress.yaml, pathType, type"
  })
  void a_misspelt_field_would_be_found(String file, String right, String wrong) throws IOException {
    String yaml = Files.readString(BASE.resolve(file)).replace(right + ":", wrong + ":");

    assertThatThrownBy(() -> Manifest.of(yaml).get(0).check())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "statefulset.yaml, readOnlyRootFilesystem: true, readOnlyRootFilesystem: yes please",
    "statefulset.yaml, replicas: 1, replicas: one",
    "statefulset.yaml, periodSeconds: 10, periodSeconds: 1.5",
    "statefulset.yaml, value: /run, value: 1 #"
  })
  void a_value_of_a_wrong_type_would_be_found(String file, String right, String wrong)
      throws IOException {
    String yaml = Files.readString(BASE.resolve(file));

    assertThat(yaml).contains(right);
    assertThatThrownBy(() -> Manifest.of(yaml.replace(right, wrong)).get(0).check())
        .isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "example"})
  void kustomize_renders_it(String overlay) throws IOException, InterruptedException {
    assumeTrue(isInstalled("kubectl"), "no kubectl");
    Process kubectl =
        new ProcessBuilder("kubectl", "kustomize", FOLDER.resolve(overlay).toString()).start();
    String rendered = new String(kubectl.getInputStream().readAllBytes(), UTF_8);

    assertThat(kubectl.waitFor())
        .as(new String(kubectl.getErrorStream().readAllBytes(), UTF_8))
        .isZero();
    List<Manifest> manifests = Manifest.of(rendered);
    assertThat(manifests).hasSize(5);
    for (Manifest manifest : manifests) {
      manifest.check();
    }
  }

  @Test
  void its_probes_and_ports_are_those_of_the_gateway() throws IOException {
    Manifest set = read("statefulset.yaml");
    Map<String, Integer> ports = Map.of("callbacks", 8080, "management", 8081);

    for (JsonNode port : set.at(CONTAINER + "/ports")) {
      String key = port.path("name").asText().equals("callbacks") ? "server" : "management";
      assertThat(Keys.all()).contains("camel." + key + ".port");
      assertThat(Files.readString(Path.of("config", "application.properties")))
          .contains("camel.%s.port={{env:".formatted(key))
          .contains(":%d}}".formatted(port.path("containerPort").asInt()));
      assertThat(ports.get(port.path("name").asText()))
          .isEqualTo(port.path("containerPort").asInt());
    }
    for (String probe : new String[] {"startupProbe", "livenessProbe", "readinessProbe"}) {
      assertThat(set.at(CONTAINER + "/" + probe + "/httpGet/port").asText())
          .isEqualTo("management");
      assertThat(set.at(CONTAINER + "/" + probe + "/httpGet/path").asText())
          .isEqualTo("/observe/health/" + (probe.equals("readinessProbe") ? "ready" : "live"));
    }
    assertThat(texts(read("service.yaml").at("/spec/ports"), "targetPort"))
        .containsExactlyInAnyOrderElementsOf(ports.keySet());
    assertThat(texts(read("network-policy.yaml").at("/spec/ingress/0/ports"), "port"))
        .containsExactly("8080");
    assertThat(texts(read("network-policy.yaml").at("/spec/ingress/1/ports"), "port"))
        .containsExactly("8081");
    assertThat(read("ingress.yaml").at("/spec/rules/0/http/paths").findValuesAsText("path"))
        .containsExactly("/wechat/([a-z0-9]+)$");
  }

  @Test
  void its_image_user_and_volume_are_those_that_are_built() throws IOException {
    Manifest set = read("statefulset.yaml");
    JsonNode example =
        new YAMLMapper().readTree(FOLDER.resolve("example/kustomization.yaml").toFile());
    String image = set.at(CONTAINER + "/image").asText();
    JsonNode user = set.at("/spec/template/spec/securityContext");

    assertThat(example.at("/images/0/name").asText()).isEqualTo(image);
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<image>" + image + ":")
        .contains("<user>%s:%s</user>".formatted(user.path("runAsUser"), user.path("runAsGroup")))
        .contains(
            "<volume>%s</volume>"
                .formatted(set.at(CONTAINER + "/volumeMounts/0/mountPath").asText()));
  }

  @Test
  void its_variables_are_settings() throws IOException {
    Manifest set = read("statefulset.yaml");

    assertThat(Keys.variables()).containsAll(texts(set.at(CONTAINER + "/env"), "name"));
    assertThat(set.at(CONTAINER + "/env/0/value").asText())
        .isEqualTo(set.at(CONTAINER + "/volumeMounts/1/mountPath").asText());
    assertThat(set.at("/spec/template/spec/enableServiceLinks").asBoolean(true)).isFalse();
  }

  @Test
  void all_select_the_same_pods() throws IOException {
    JsonNode labels = read("statefulset.yaml").at("/spec/template/metadata/labels");

    assertThat(read("statefulset.yaml").at("/spec/selector/matchLabels")).isEqualTo(labels);
    assertThat(read("service.yaml").at("/spec/selector")).isEqualTo(labels);
    assertThat(read("network-policy.yaml").at("/spec/podSelector/matchLabels")).isEqualTo(labels);
    assertThat(read("disruption-budget.yaml").at("/spec/selector/matchLabels")).isEqualTo(labels);
  }

  @Test
  void what_it_names_is_there() throws IOException {
    Manifest set = read("statefulset.yaml");
    JsonNode pod = set.at("/spec/template/spec");
    JsonNode ports = set.at(CONTAINER + "/ports");
    Manifest service = read("service.yaml");
    JsonNode backend = read("ingress.yaml").at("/spec/rules/0/http/paths/0/backend/service");

    assertThat(set.at("/spec/serviceName").asText())
        .isEqualTo(service.at("/metadata/name").asText());
    for (JsonNode port : service.at("/spec/ports")) {
      assertThat(port.path("targetPort")).isEqualTo(port.path("name"));
      assertThat(texts(ports, "name")).contains(port.path("name").asText());
      assertThat(texts(ports, "containerPort")).contains(port.path("port").asText());
    }
    assertThat(backend.path("name")).isEqualTo(service.at("/metadata/name"));
    assertThat(backend.at("/port/name").asText()).isEqualTo("callbacks");
    assertThat(texts(set.at(CONTAINER + "/volumeMounts"), "name"))
        .containsExactly(
            set.at("/spec/volumeClaimTemplates/0/metadata/name").asText(),
            pod.at("/volumes/0/name").asText());
    assertThat(Files.readString(Path.of("docs", "packages.md")))
        .contains("create secret generic " + pod.at("/volumes/0/secret/secretName").asText() + " ");
    JsonNode scraped = set.at("/spec/template/metadata/annotations");
    assertThat(scraped.path("prometheus.io/port").asText()).isEqualTo("8081");
    assertThat(scraped.path("prometheus.io/path").asText()).isEqualTo("/observe/metrics");
  }

  @Test
  void it_may_write_its_volume_alone_and_has_the_time_to_stop() throws IOException {
    Manifest set = read("statefulset.yaml");
    JsonNode pod = set.at("/spec/template/spec");
    JsonNode container = set.at(CONTAINER);

    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/fsGroup")).isEqualTo(pod.at("/securityContext/runAsGroup"));
    assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(texts(container.at("/securityContext/capabilities/drop"))).containsExactly("ALL");
    assertThat(container.at("/resources/limits/memory"))
        .isEqualTo(container.at("/resources/requests/memory"));
    assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("768Mi");
    assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(15);
    assertThat(set.at("/spec/replicas").asInt()).isEqualTo(1);
    assertThat(read("disruption-budget.yaml").at("/spec/minAvailable").asInt()).isEqualTo(1);
  }

  /** Those of config/nginx/wechat-gateway.conf, which is tried. */
  @Test
  void its_ingress_has_the_times_and_limits_of_this_protocol() throws IOException {
    JsonNode annotations = read("ingress.yaml").at("/metadata/annotations");
    String nginx = "nginx.ingress.kubernetes.io/";

    assertThat(annotations.properties())
        .extracting(each -> each.getKey().replace(nginx, "") + " " + each.getValue().asText())
        .containsExactlyInAnyOrder(
            "use-regex true",
            "rewrite-target /wechat/$1",
            "proxy-next-upstream off",
            "proxy-connect-timeout 1",
            "proxy-read-timeout 10",
            "proxy-send-timeout 10",
            "proxy-body-size 64k",
            "client-body-buffer-size 64k",
            "enable-access-log false");
  }

  private static Manifest read(String file) throws IOException {
    return Manifest.of(Files.readString(BASE.resolve(file))).get(0);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path(field).asText())
        .toList();
  }

  private static boolean isInstalled(String program) {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
