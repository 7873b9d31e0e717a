package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.e2e.GatewayProcess.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Route files with which the jar does not start are told on standard error. */
class WrongRoutesIT {
  private WorkingFolder folder;

  @BeforeEach
  void copy_config_and_routes(@TempDir Path empty) throws IOException {
    folder = WorkingFolder.in(empty);
  }

  @Test
  void broken_and_missing_routes_are_told_with_file_and_line() throws Exception {
    folder.delete("routes/handlers/on-image.camel.yaml");
    folder.replace("routes/handlers/on-text.camel.yaml", "ref: keywords", "ref: keywrods");
    folder.replace("routes/handlers/on-voice.camel.yaml", "- choice:", "- choise:");

    Ended ended = run();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors())
        .contains("on-image", "on-text.camel.yaml", "keywrods", "on-voice.camel.yaml", "choise");
  }

  @Test
  void a_missing_core_route_and_a_file_of_one_word_do_not_start() throws Exception {
    folder.delete("routes/callback/check-url.camel.yaml");
    folder.write("routes/handlers/on-foo.camel.yaml", "hello\n");

    Ended ended = run();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors())
        .isEqualTo(
            """
            wechat-gateway can't start:
              routes/handlers/on-foo.camel.yaml: neither a route nor a policy (expected: a route in Camel's YAML)
              routes/callback/check-url.camel.yaml: no such route (expected: a route that the gateway can't be without)
            """);
  }

  private Ended run() {
    return GatewayProcess.run(folder.path(), "sandbox", Map.of());
  }
}
