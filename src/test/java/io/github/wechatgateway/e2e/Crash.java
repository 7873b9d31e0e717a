package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/** Texts, the gateways that are killed while they come, and what became of them. */
final class Crash {
  private static final Duration TO_END = Duration.ofMinutes(1);
  private static final Duration TO_COME_TWICE = Duration.ofMillis(1_500); // a lease, and the way

  private final GatewayLives lives;
  private final Ledger ledger;
  private final Traffic traffic;
  private final int texts;

  Crash(GatewayLives lives, TakingWeChat wechat, List<UserText> texts) {
    this.lives = lives;
    this.ledger = new Ledger(texts, wechat);
    this.traffic = new Traffic(texts);
    this.texts = texts.size();
  }

  Ledger ledger() {
    return ledger;
  }

  /** Begins to deliver them. */
  void begin() {
    traffic.begin(lives.url());
  }

  /** Has them delivered until so many are acknowledged. */
  void acknowledged(int number) {
    begin();
    await().atMost(TO_END).until(() -> traffic.acknowledged() >= number);
  }

  /** Has all of them delivered. */
  void allAcknowledged() {
    acknowledged(texts);
  }

  /** SIGKILL as soon as one of them is. */
  void killAsOneIsAcknowledged() {
    GatewayProcess gateway = lives.gateway();
    traffic.whenAcknowledged(gateway::kill);
    begin();
    ends();
    traffic.whenAcknowledged(() -> {});
  }

  void kill() {
    lives.gateway().kill();
    ends();
  }

  /** Waits for the end of one that was sent a signal. */
  void ends() {
    lives.ends(ledger);
    traffic.end();
  }

  /** The next one does not get as far as to listen. */
  void startAndKill(Duration after) {
    lives.startAndKill(after, ledger);
  }

  /** With another gateway, which lets all end. */
  void assertThatNothingIsLostNorComesTwice() {
    begin();
    await().atMost(TO_END).until(traffic::isAtItsEnd);
    traffic.end();
    await().atMost(TO_END).untilAsserted(() -> assertThat(ledger.lost()).isEmpty());
    await()
        .during(TO_COME_TWICE)
        .atMost(TO_COME_TWICE.multipliedBy(2))
        .untilAsserted(() -> assertThat(ledger.sentTwiceUndisturbed()).isEmpty());
    ledger.ran(lives.gateway().log());
    System.out.println(ledger);
    assertThat(ledger.answeredTwiceUndisturbed()).isEmpty();
    assertThat(ledger.ranAgainUndisturbed()).isEmpty();
    assertThat(ledger.outOfOrder()).isEmpty();
  }
}
