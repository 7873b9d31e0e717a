package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.GatewayForTests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGTERM while messages flow, and a start on the same data: what was acknowledged is answered in
 * the end. {@code -Dgraceful-stop.long=true} takes 20 restarts and 10,000 messages.
 */
class GracefulStopIT {
  private static final boolean LONG = System.getProperty("graceful-stop.long") != null;
  private static final int RESTARTS = LONG ? 20 : 2;
  private static final int MESSAGES = LONG ? 10_000 : 1_500;
  private static final int FLOW_MILLIS = 1_500;
  private static final Duration TO_START = Duration.ofSeconds(30);
  private static final Duration TO_END = Duration.ofSeconds(20);
  private static final Duration TO_SEND = Duration.ofMinutes(2);

  private final List<UserText> texts = LateTexts.texts(MESSAGES);
  private final Traffic traffic = new Traffic(texts);

  @Test
  void nothing_acknowledged_is_lost_by_restarts_under_load(@TempDir Path empty) throws Exception {
    WorkingFolder folder = WorkingFolder.in(empty);
    LateTexts.putInto(folder);
    try (TakingWeChat wechat = new TakingWeChat()) {
      Management management = new Management(GatewayForTests.freePort());
      Map<String, String> settings = LateTexts.settings(wechat);
      settings.put("WECHAT_MANAGEMENT_LISTEN", Integer.toString(management.port()));
      Ledger ledger = new Ledger(texts, wechat);
      GatewayProcess gateway = GatewayProcess.start(folder.path(), "prod", settings);
      for (int restart = 0; restart < RESTARTS; restart++) {
        try (GatewayProcess before = gateway) {
          traffic.begin(before.url(TakingWeChat.ACCOUNT));
          TimeUnit.MILLISECONDS.sleep(FLOW_MILLIS);
          long signalled = System.nanoTime();
          before.terminate(); // while more comes
          assertThat(before.end(TO_END)).isEqualTo(143);
          traffic.end();
          ledger.killed();
          gateway = GatewayProcess.start(folder.path(), "prod", settings);
          await().atMost(TO_START).until(management::isReady);
          System.out.printf(
              "SIGTERM to ready again: %d ms; %d acknowledged, %d tries unanswered, refused %s%n",
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - signalled),
              traffic.acknowledged(),
              traffic.unanswered(),
              traffic.refused());
        }
      }
      try (GatewayProcess last = gateway) {
        traffic.begin(last.url(TakingWeChat.ACCOUNT));
        await().atMost(TO_SEND).until(traffic::isAtItsEnd);
        traffic.end();
        await().atMost(TO_SEND).until(() -> ledger.lost().isEmpty());
      }

      System.out.println(ledger);
      assertThat(ledger.answeredTwiceUndisturbed()).isEmpty();
    }
  }
}
