package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.GatewayForTests;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The gateway's disk takes nothing for a while: every write of it to a file fails with EFBIG. */
@EnabledOnOs(OS.LINUX)
class DiskFullIT {
  private static final int TEXTS = 10;
  private static final Duration TO_TELL = Duration.ofSeconds(2);
  private static final Duration TO_RECOVER = Duration.ofSeconds(30);

  private final Management management = new Management(GatewayForTests.freePort());
  private final List<UserText> texts = new ArrayList<>();

  @Test
  void what_cannot_be_stored_is_refused_and_not_ready_until_the_disk_is_mended(@TempDir Path empty)
      throws Exception {
    WorkingFolder folder = WorkingFolder.in(empty);
    LateTexts.putInto(folder);
    try (TakingWeChat wechat = new TakingWeChat()) {
      Map<String, String> settings = LateTexts.settings(wechat);
      settings.put("WECHAT_MANAGEMENT_LISTEN", Integer.toString(management.port()));
      try (GatewayProcess gateway = GatewayProcess.start(folder.path(), "prod", settings)) {
        await().until(management::isReady);
        await().until(() -> post(gateway) == 200);

        limitFiles(gateway, "1");
        assertThat(post(gateway)).isEqualTo(503);
        await().atMost(TO_TELL).until(() -> !management.isReady());
        assertThat(management.ready().body()).contains("\"DOWN\"");
        for (int i = 0; i < TEXTS; i++) {
          assertThat(post(gateway)).isEqualTo(503);
        }

        limitFiles(gateway, "unlimited");
        await().atMost(TO_RECOVER).until(management::isReady);
        assertThat(post(gateway)).isEqualTo(200);
        await().atMost(TO_RECOVER).until(() -> new Ledger(texts, wechat).lost().isEmpty());
      }
    }
  }

  /** The status for a text that is late. */
  private int post(GatewayProcess gateway) {
    UserText text = new UserText("late", texts.size());
    texts.add(text);
    long began = System.nanoTime();
    HttpResponse<String> answer =
        GatewayProcess.DEMO.postPlain(gateway.url(TakingWeChat.ACCOUNT), text.xml());
    System.out.printf(
        "%d after %d ms%n",
        answer.statusCode(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    if (answer.statusCode() == 200) {
      text.acknowledge(answer.body());
    }
    return answer.statusCode();
  }

  /** Bytes that a file may have. */
  private static void limitFiles(GatewayProcess gateway, String length) throws Exception {
    Process limiting =
        new ProcessBuilder("prlimit", "--pid", "" + gateway.pid(), "--fsize=" + length + ":")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(limiting.waitFor()).isZero();
  }
}
