package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.e2e.GatewayProcess.Ended;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reply files with which the jar does not start are told on standard error. */
class WrongRepliesIT {
  @Test
  void they_are_told_at_once_with_all_other_problems(@TempDir Path empty) throws Exception {
    WorkingFolder folder = WorkingFolder.in(empty);
    folder.write("config/replies/keywords.json", "[\n{]");
    folder.write("config/replies/welcome.txt", "");
    folder.write("config/replies/click/mypay.txt", "${env:HOME}");
    folder.write("config/application-sandbox.properties", "wechat.foo=1\n");
    folder.delete("routes/callback/check-url.camel.yaml");

    Ended ended = GatewayProcess.run(folder.path(), "sandbox", Map.of());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors())
        .contains(
            "  wechat.foo: unknown key",
            "  config/replies/click/mypay.txt, line 1: ${env…} (expected: ",
            "  config/replies/keywords.json, line 2, column 2: not JSON (expected: WeChat's customer-service shape)\n",
            "  config/replies/welcome.txt: empty (expected: a text)\n",
            "  routes/callback/check-url.camel.yaml: no such route")
        .doesNotContain("Exception");
  }
}
