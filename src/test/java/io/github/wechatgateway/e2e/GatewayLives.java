package io.github.wechatgateway.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gateways on the same data, one after the other, each until it is killed. */
final class GatewayLives implements AutoCloseable {
  private static final Duration TO_END = Duration.ofSeconds(20);

  private final Path folder;
  private final Map<String, String> settings;
  private @Nullable GatewayProcess living;

  GatewayLives(Path folder, Map<String, String> settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /** Another, once it listens, if none is left of the one before. */
  GatewayProcess gateway() {
    GatewayProcess now = living;
    if (now == null) {
      now = GatewayProcess.start(folder, "prod", settings);
      living = now;
    }
    return now;
  }

  URI url() {
    return gateway().url(TakingWeChat.ACCOUNT);
  }

  /** Waits for the end of one that was sent a signal, and notes it. */
  void ends(Ledger ledger) {
    GatewayProcess ending = gateway();
    ending.end(TO_END);
    ledger.killed();
    ledger.ran(ending.log());
    living = null;
  }

  void kill(Ledger ledger) {
    gateway().kill();
    ends(ledger);
  }

  /** The next one does not get as far as to listen. */
  void startAndKill(Duration after, Ledger ledger) {
    GatewayProcess.startAndKill(folder, "prod", settings, after);
    ledger.killed();
  }

  @Override
  public void close() {
    GatewayProcess last = living;
    if (last != null) {
      last.close();
    }
  }
}
