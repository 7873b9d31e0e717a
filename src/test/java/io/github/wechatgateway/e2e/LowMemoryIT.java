package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a heap of which one percent may be in use: there is more, as a garbage collection finds. */
class LowMemoryIT {
  @Test
  void where_memory_is_low_messages_go_to_disk_at_once_and_are_answered_later(@TempDir Path empty)
      throws Exception {
    WorkingFolder folder = WorkingFolder.in(empty);
    LateTexts.putInto(folder);
    try (TakingWeChat wechat = new TakingWeChat()) {
      Map<String, String> settings = LateTexts.settings(wechat);
      settings.remove("WECHAT_CALLBACK_BUDGET"); // what goes to disk does so for want of memory
      settings.put("JAVA_TOOL_OPTIONS", "-Xmx256m");
      settings.put("WECHAT_HANDLERS_MAX_MEMORY", "1");
      try (GatewayProcess gateway = GatewayProcess.start(folder.path(), "prod", settings)) {
        assertThat(post(gateway, new UserText("quick", 0))).contains("quick 0");

        collectGarbage(gateway);
        UserText text = new UserText("quick", 1);
        assertThat(post(gateway, text)).isEmpty();

        await().untilAsserted(() -> assertThat(wechat.taken(text.content())).hasSize(1));
      }
    }
  }

  private static String post(GatewayProcess gateway, UserText text) {
    return GatewayProcess.DEMO.postPlain(gateway.url(TakingWeChat.ACCOUNT), text.xml()).body();
  }

  private static void collectGarbage(GatewayProcess gateway) throws Exception {
    Process collecting =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                "" + gateway.pid(),
                "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(collecting.waitFor()).isZero();
  }
}
