package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.e2e.GatewayProcess.Ended;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways in one folder would send each other's answers. */
class QueueInUseIT {
  @Test
  void the_second_gateway_on_the_same_queue_is_told_and_does_not_start(
      @TempDir Path first, @TempDir Path second) throws Exception {
    WorkingFolder.in(first);
    WorkingFolder.in(second);
    Path queue = first.resolve("data/queue").toAbsolutePath();
    try (GatewayProcess gateway = GatewayProcess.start(first, Map.of())) {
      Ended ended =
          GatewayProcess.run(second, "sandbox", Map.of("WECHAT_QUEUE_FOLDER", queue.toString()));

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.errors())
          .contains(queue + ": in use by another process (expected: a folder");
      assertThat(gateway.isAlive()).isTrue();
    }
  }
}
