package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 at random moments, while messages flow and while it starts: what was acknowledged is
 * answered in the end, and once, but for what was under way at a kill.
 *
 * <p>The long form, which takes about half an hour:
 *
 * <pre>
 * mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=KillNineIT -Dkill-nine.kills=200 -Dkill-nine.messages=100000
 * </pre>
 *
 * <p>{@code -Dkill-nine.seed} takes the seed that a run has told: the moments are the same then,
 * but not what is under way in them.
 */
@Order(1) // it takes longest
class KillNineIT {
  private static final int KILLS = Integer.getInteger("kill-nine.kills", 20);
  private static final int MESSAGES = Integer.getInteger("kill-nine.messages", 10_000);
  private static final long SEED = Long.getLong("kill-nine.seed", System.currentTimeMillis());

  /** Of so many kills one comes while it starts. */
  private static final int STARTS = 4;

  private static final int START_MILLIS = 3_000;
  private static final int FLOW_MILLIS = 3_000;
  private static final Duration TO_SEND = Duration.ofMinutes(MESSAGES > 10_000 ? 10 : 2);
  private static final Duration QUIET = Duration.ofSeconds(4); // two leases

  private final Random random = new Random(SEED);
  private final List<UserText> texts = LateTexts.texts(MESSAGES);
  private final Traffic traffic = new Traffic(texts);

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS) // in its long form
  void nothing_acknowledged_is_lost_and_nothing_sent_twice_that_no_kill_met(@TempDir Path empty)
      throws Exception {
    System.out.printf("kill-nine.seed=%d%n", SEED);
    WorkingFolder folder = WorkingFolder.in(empty);
    LateTexts.putInto(folder);
    try (TakingWeChat wechat = new TakingWeChat()) {
      Ledger ledger = new Ledger(texts, wechat);
      Map<String, String> settings = LateTexts.settings(wechat);
      for (int kill = 0; kill < KILLS; kill++) {
        if (random.nextInt(STARTS) == 0) {
          Duration after = Duration.ofMillis(random.nextInt(START_MILLIS));
          GatewayProcess.startAndKill(folder.path(), "prod", settings, after);
          ledger.killed();
        } else {
          killWhileMessagesFlow(GatewayProcess.start(folder.path(), "prod", settings), ledger);
        }
      }
      try (GatewayProcess gateway = GatewayProcess.start(folder.path(), "prod", settings)) {
        letAllEnd(gateway, ledger);
      }

      System.out.println(ledger);
      assertThat(ledger.lost()).isEmpty();
      assertThat(ledger.answeredTwiceUndisturbed()).isEmpty();
      assertThat(ledger.sentTwiceUndisturbed()).isEmpty();
      assertThat(ledger.ranAgainUndisturbed()).isEmpty();
    }
  }

  private void killWhileMessagesFlow(GatewayProcess gateway, Ledger ledger) throws Exception {
    try (gateway) {
      traffic.begin(gateway.url(TakingWeChat.ACCOUNT));
      TimeUnit.MILLISECONDS.sleep(random.nextInt(FLOW_MILLIS));
    }
    ledger.killed();
    traffic.end();
    ledger.ran(gateway.log());
    System.out.printf(
        "%d acknowledged, %d tries unanswered, refused %s%n",
        traffic.acknowledged(), traffic.unanswered(), traffic.refused());
  }

  private void letAllEnd(GatewayProcess gateway, Ledger ledger) {
    traffic.begin(gateway.url(TakingWeChat.ACCOUNT));
    await().atMost(TO_SEND).until(traffic::isAtItsEnd);
    traffic.end();
    await().atMost(TO_SEND).until(() -> ledger.lost().isEmpty());
    await()
        .during(QUIET)
        .atMost(QUIET.multipliedBy(2))
        .until(() -> ledger.answeredTwiceUndisturbed().isEmpty());
    ledger.ran(gateway.log());
  }
}
