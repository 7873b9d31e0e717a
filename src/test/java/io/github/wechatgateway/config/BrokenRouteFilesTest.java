package io.github.wechatgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenRouteFilesTest {
  private static final List<String> CORE =
      List.of(
          "answer-failure",
          "check-url",
          "claim",
          "open-envelope",
          "receive-callback",
          "route-event",
          "route-message",
          "seal-reply");

  private final Path folder;
  private final DefaultCamelContext context = new DefaultCamelContext();

  BrokenRouteFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void the_routes_that_must_be_there() throws IOException {
    for (String name : CORE) {
      handler(name, "- stop: {}");
    }
  }

  @AfterEach
  void close() throws IOException {
    context.close();
  }

  @Test
  void all_mistakes_in_all_files_are_found_at_once() throws IOException {
    handler("on-syntax", "- setBody:", "    constant: \"Hello");
    handler("on-unknown-eip", "- setBodie:", "    constant: Hello");
    handler("on-unknown-option", "- setProperty:", "    nam: x");
    handler("on-missing-bean", "- bean:", "    ref: replys");
    handler("on-bad-simple", "- setBody:", "    simple: ${body.content == 'x'");
    handler("on-typing-mistake", "- to:", "    uri: direct:on-txt");
    handler("on-text", "- stop: {}");
    file("on-twice", route("on-text", "direct:on-twice", "- stop: {}"));

    assertThat(problems())
        .containsExactlyInAnyOrder(
            "on-syntax.camel.yaml:8: while scanning a quoted scalar (line 7), found unexpected end of stream (expected: a route in Camel's YAML)",
            "on-unknown-eip.camel.yaml:6: Unknown node id: setBodie (expected: a route in Camel's YAML)",
            "on-unknown-option.camel.yaml:7: Unsupported field: nam (expected: a route in Camel's YAML)",
            "on-missing-bean.camel.yaml:6: No bean could be found in the registry for: replys (expected: something that can be built)",
            "on-bad-simple.camel.yaml:6: expected symbol functionEnd but was eol at location 20: ${body.content == 'x' (expected: something that can be built)",
            "on-typing-mistake.camel.yaml:6: direct:on-txt leads nowhere (expected: a route file on-txt.camel.yaml)",
            "on-twice.camel.yaml:1: a second id on-text (expected: one; the first is at on-text.camel.yaml:1)");
  }

  @Test
  void each_step_of_a_route_has_its_own_mistakes() throws IOException {
    handler(
        "on-text",
        "- process:",
        "    ref: nobody",
        "- choice:",
        "    when:",
        "      - simple: ${body} == 'x'",
        "        steps:",
        "          - setBody:",
        "              simple: ${bdoy}",
        "- setBody:",
        "    constant: fine",
        "- to:",
        "    uri: seda:x",
        "    parameters:",
        "      siez: 5");

    assertThat(problems())
        .satisfiesExactlyInAnyOrder(
            problem ->
                assertThat(problem)
                    .startsWith(
                        "on-text.camel.yaml:6: No bean could be found in the registry for: nobody"),
            problem ->
                assertThat(problem)
                    .startsWith(
                        "on-text.camel.yaml:12: Unknown function: bdoy at location 0: ${bdoy}"),
            problem ->
                assertThat(problem)
                    .startsWith(
                        "on-text.camel.yaml:16: Failed to resolve endpoint: seda://x?siez=5"));
  }

  @Test
  void a_file_that_cannot_be_read_is_not_missing_besides() throws IOException {
    handler("receive-callback", "- to:", "    uri: direct:on-text");
    handler("on-text", "- setBodie: {}");

    assertThat(problems())
        .containsExactly(
            "on-text.camel.yaml:6: Unknown node id: setBodie (expected: a route in Camel's YAML)");
  }

  @Test
  void two_routes_that_begin_with_one_endpoint_are_found() throws IOException {
    handler("receive-callback", "- stop: {}");
    handler("on-text", "- stop: {}");
    file("on-words", route("on-words", "direct:on-text", "- stop: {}"));

    assertThat(problems())
        .containsExactly(
            "on-words.camel.yaml:4: a second beginning direct:on-text (expected: one; the first is at on-text.camel.yaml:4)");
  }

  @Test
  void two_steps_with_one_id_are_found() throws IOException {
    handler("receive-callback", "- stop:", "    id: end");
    handler("on-text", "- stop:", "    id: end");

    assertThat(problems())
        .containsExactly(
            "receive-callback.camel.yaml:6: a second id end (expected: one; the first is at on-text.camel.yaml:6)");
  }

  @Test
  void a_policy_that_is_not_there_is_found_since_camel_would_go_on_without_it() throws IOException {
    handler("receive-callback", "- stop: {}");
    file(
        "on-text",
        """
        - route:
            id: on-text
            routeConfigurationId: callback-faild
            from:
              uri: direct:on-text
              steps:
                - stop: {}
        """);

    assertThat(problems())
        .containsExactly(
            "on-text.camel.yaml:1: no such policy: callback-faild (expected: the id of a routeConfiguration in routes/policies/)");
  }

  @Test
  void mistakes_in_a_policy_are_found() throws IOException {
    handler("receive-callback", "- stop: {}");
    file(
        "failed",
        """
        - routeConfiguration:
            id: failed
            onException:
              - onException:
                  exception:
                    - java.lang.Throwable
                  steps:
                    - process:
                        ref: answer-refusel
                    - to:
                        uri: direct:answer-failur
        """);

    assertThat(problems())
        .containsExactly(
            "failed.camel.yaml:8: No bean could be found in the registry for: answer-refusel of type: org.apache.camel.Processor (expected: something that can be built)",
            "failed.camel.yaml:10: direct:answer-failur leads nowhere (expected: a route file answer-failur.camel.yaml)");
  }

  @Test
  void a_file_without_a_route_is_found() throws IOException {
    handler("receive-callback", "- stop: {}");
    file("on-text", "route: {}\n");

    assertThat(problems())
        .containsExactly(
            "on-text.camel.yaml: neither a route nor a policy (expected: a route in Camel's YAML)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "callback/check-url",
        "callback/claim",
        "callback/open-envelope",
        "router/route-event"
      })
  void a_route_that_the_gateway_cannot_be_without_is_missed(String route) throws IOException {
    handler("receive-callback", "- to:", "    uri: direct:open-envelope");
    Files.delete(folder.resolve(route.replaceFirst(".*/", "") + ".camel.yaml"));

    assertThat(problems())
        .containsExactly(
            "routes/"
                + route
                + ".camel.yaml: no such route (expected: a route that the gateway can't be without)");
  }

  @Test
  void a_constant_target_that_is_not_there_is_found_in_every_kind_of_step() throws IOException {
    handler(
        "on-text",
        "- wireTap:",
        "    uri: direct:wire",
        "- toD:",
        "    uri: direct:dynamic",
        "- toD:",
        "    uri: direct:on-${body}",
        "- recipientList:",
        "    constant: direct:claim,direct:recipient");

    assertThat(problems())
        .containsExactly(
            "on-text.camel.yaml:6: direct:wire leads nowhere (expected: a route file wire.camel.yaml)",
            "on-text.camel.yaml:8: direct:dynamic leads nowhere (expected: a route file dynamic.camel.yaml)",
            "on-text.camel.yaml:12: direct:recipient leads nowhere (expected: a route file recipient.camel.yaml)");
  }

  @Test
  void a_route_is_named_as_its_file() throws IOException {
    file("on-image", route("on-pics", "direct:on-image", "- stop: {}"));

    assertThat(problems())
        .containsExactly(
            "on-image.camel.yaml:1: the id on-pics (expected: on-image, as the file is named)");
  }

  @Test
  void a_policy_is_named_as_its_file() throws IOException {
    file("failed", "- routeConfiguration:\n    id: faild\n");

    assertThat(problems())
        .containsExactly(
            "failed.camel.yaml:1: the id faild (expected: failed, as the file is named)");
  }

  @Test
  void a_copied_file_is_told_for_what_it_is_and_nothing_else() throws IOException {
    handler("on-text", "- stop: {}");
    file("on-image", route("on-text", "direct:on-text", "- stop: {}"));
    handler("route-message", "- to:", "    uri: direct:on-image");

    assertThat(problems())
        .containsExactly(
            "on-image.camel.yaml:4: a second beginning direct:on-text (expected: one; the first is at on-text.camel.yaml:4)",
            "on-image.camel.yaml:1: a second id on-text (expected: one; the first is at on-text.camel.yaml:1)");
  }

  @Test
  void a_file_of_one_word_is_found() throws IOException {
    file("on-text", "hello\n");

    assertThat(problems())
        .containsExactly(
            "on-text.camel.yaml: neither a route nor a policy (expected: a route in Camel's YAML)");
  }

  @Test
  void the_beans_of_the_context_are_left_as_they_were() throws IOException {
    context.getRegistry().bind("replies", "a bean");
    handler("receive-callback", "- stop: {}");

    problems();

    assertThat(context.getRegistry().lookupByName("replies")).isEqualTo("a bean");
  }

  private List<String> problems() {
    return RouteFiles.problems(context, "file:" + folder + "/*.camel.yaml").stream()
        .map(problem -> problem.toString().replace(folder + "/", ""))
        .toList();
  }

  private void handler(String name, String... steps) throws IOException {
    file(name, route(name, "direct:" + name, steps));
  }

  private void file(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name + ".camel.yaml"), yaml);
  }

  /** Its steps begin in the sixth line. */
  private static String route(String id, String from, String... steps) {
    return """
        - route:
            id: %s
            from:
              uri: %s
              steps:
        %s
        """
        .formatted(id, from, String.join("\n", steps).indent(8).stripTrailing());
  }
}
