package io.github.wechatgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenRouteFilesTest {
  private final RouteFolder routes;

  BrokenRouteFilesTest(@TempDir Path folder) throws IOException {
    routes = new RouteFolder(folder);
  }

  @Test
  void all_mistakes_in_all_files_are_found_at_once() throws IOException {
    routes.handler("on-syntax", "- setBody:", "    constant: \"Hello");
    routes.handler("on-unknown-eip", "- setBodie:", "    constant: Hello");
    routes.handler("on-unknown-option", "- setProperty:", "    nam: x");
    routes.handler("on-missing-bean", "- bean:", "    ref: replys");
    routes.handler("on-bad-simple", "- setBody:", "    simple: ${body.content == 'x'");
    routes.handler("on-typing-mistake", "- to:", "    uri: direct:on-txt");
    routes.handler("on-text", "- stop: {}");
    routes.file("on-twice", RouteFolder.route("on-text", "direct:on-twice", "- stop: {}"));

    assertThat(routes.problems())
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
  void a_wrong_beginning_is_told_beside_wrong_steps() throws IOException {
    routes.file(
        "on-text", RouteFolder.route("on-text", "dierct:on-text", "- bean:", "    ref: replys"));
    routes.handler("on-image", "- to:", "    uri: direct:on-text");

    assertThat(routes.problems())
        .satisfiesExactlyInAnyOrder(
            each -> assertThat(each).startsWith("on-text.camel.yaml:4: ").contains("dierct"),
            each -> assertThat(each).startsWith("on-text.camel.yaml:6: ").contains("replys"),
            each ->
                assertThat(each)
                    .isEqualTo(
                        "on-image.camel.yaml:6: direct:on-text leads nowhere (expected: that on-text.camel.yaml begins with it)"));
  }

  @Test
  void each_step_of_a_route_has_its_own_mistakes() throws IOException {
    routes.handler(
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

    assertThat(routes.problems())
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
    routes.handler("receive-callback", "- to:", "    uri: direct:on-text");
    routes.handler("on-text", "- setBodie: {}");

    assertThat(routes.problems())
        .containsExactly(
            "on-text.camel.yaml:6: Unknown node id: setBodie (expected: a route in Camel's YAML)");
  }

  @Test
  void two_routes_that_begin_with_one_endpoint_are_found() throws IOException {
    routes.handler("receive-callback", "- stop: {}");
    routes.handler("on-text", "- stop: {}");
    routes.file("on-words", RouteFolder.route("on-words", "direct:on-text", "- stop: {}"));

    assertThat(routes.problems())
        .containsExactly(
            "on-words.camel.yaml:4: a second beginning direct:on-text (expected: one; the first is at on-text.camel.yaml:4)");
  }

  @Test
  void two_steps_with_one_id_are_found() throws IOException {
    routes.handler("receive-callback", "- stop:", "    id: end");
    routes.handler("on-text", "- stop:", "    id: end");

    assertThat(routes.problems())
        .containsExactly(
            "receive-callback.camel.yaml:6: a second id end (expected: one; the first is at on-text.camel.yaml:6)");
  }

  @Test
  void a_file_without_a_route_is_found() throws IOException {
    routes.handler("receive-callback", "- stop: {}");
    routes.file("on-text", "route: {}\n");

    assertThat(routes.problems())
        .containsExactly(
            "on-text.camel.yaml: neither a route nor a policy (expected: a route in Camel's YAML)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "callback/check-url",
        "callback/claim",
        "callback/open-envelope",
        "router/route-event",
        "wechat/send-request"
      })
  void a_route_that_the_gateway_cannot_be_without_is_missed(String route) throws IOException {
    routes.handler("receive-callback", "- to:", "    uri: direct:open-envelope");
    routes.delete(route.replaceFirst(".*/", ""));

    assertThat(routes.problems())
        .containsExactly(
            "routes/"
                + route
                + ".camel.yaml: no such route (expected: a route that the gateway can't be without)");
  }

  @Test
  void a_constant_target_that_is_not_there_is_found_in_every_kind_of_step() throws IOException {
    routes.handler(
        "on-text",
        "- wireTap:",
        "    uri: direct:wire",
        "- toD:",
        "    uri: direct:dynamic",
        "- toD:",
        "    uri: direct:on-${body}",
        "- recipientList:",
        "    constant: direct:claim,direct:recipient");

    assertThat(routes.problems())
        .containsExactly(
            "on-text.camel.yaml:6: direct:wire leads nowhere (expected: a route file wire.camel.yaml)",
            "on-text.camel.yaml:8: direct:dynamic leads nowhere (expected: a route file dynamic.camel.yaml)",
            "on-text.camel.yaml:12: direct:recipient leads nowhere (expected: a route file recipient.camel.yaml)");
  }

  @Test
  void a_route_is_named_as_its_file() throws IOException {
    routes.file("on-image", RouteFolder.route("on-pics", "direct:on-image", "- stop: {}"));

    assertThat(routes.problems())
        .containsExactly(
            "on-image.camel.yaml:1: the id on-pics (expected: on-image, as the file is named)");
  }

  @Test
  void a_copied_file_is_told_for_what_it_is_and_nothing_else() throws IOException {
    routes.handler("on-text", "- stop: {}");
    routes.file("on-image", RouteFolder.route("on-text", "direct:on-text", "- stop: {}"));
    routes.handler("route-message", "- to:", "    uri: direct:on-image");

    assertThat(routes.problems())
        .containsExactly(
            "on-image.camel.yaml:4: a second beginning direct:on-text (expected: one; the first is at on-text.camel.yaml:4)",
            "on-image.camel.yaml:1: a second id on-text (expected: one; the first is at on-text.camel.yaml:1)");
  }

  @Test
  void a_file_of_one_word_is_found() throws IOException {
    routes.file("on-text", "hello\n");

    assertThat(routes.problems())
        .containsExactly(
            "on-text.camel.yaml: neither a route nor a policy (expected: a route in Camel's YAML)");
  }

  @Test
  void the_beans_of_the_context_are_left_as_they_were() throws IOException {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.getRegistry().bind("replies", "a bean");
      routes.handler("receive-callback", "- stop: {}");

      routes.problems(context);

      assertThat(context.getRegistry().lookupByName("replies")).isEqualTo("a bean");
    }
  }
}
