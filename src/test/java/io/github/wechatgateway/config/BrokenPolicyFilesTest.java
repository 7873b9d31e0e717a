package io.github.wechatgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenPolicyFilesTest {
  private final RouteFolder routes;

  BrokenPolicyFilesTest(@TempDir Path folder) throws IOException {
    routes = new RouteFolder(folder);
  }

  @Test
  void a_policy_that_is_not_there_is_found_since_camel_would_go_on_without_it() throws IOException {
    routes.handler("receive-callback", "- stop: {}");
    routes.file(
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

    assertThat(routes.problems())
        .containsExactly(
            "on-text.camel.yaml:1: no such policy: callback-faild (expected: the id of a routeConfiguration in routes/policies/)");
  }

  @Test
  void mistakes_in_a_policy_are_found() throws IOException {
    routes.handler("receive-callback", "- stop: {}");
    routes.file(
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

    assertThat(routes.problems())
        .containsExactly(
            "failed.camel.yaml:8: No bean could be found in the registry for: answer-refusel of type: org.apache.camel.Processor (expected: something that can be built)",
            "failed.camel.yaml:10: direct:answer-failur leads nowhere (expected: a route file answer-failur.camel.yaml)");
  }

  @Test
  void a_policy_is_named_as_its_file() throws IOException {
    routes.file("failed", "- routeConfiguration:\n    id: faild\n");

    assertThat(routes.problems())
        .containsExactly(
            "failed.camel.yaml:1: the id faild (expected: failed, as the file is named)");
  }
}
