package io.github.wechatgateway.sandbox;

import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.sandbox.state.MovableClock;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.Platform;
import io.github.wechatgateway.sandbox.state.PlatformLimits;
import io.github.wechatgateway.sandbox.state.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A platform with two accounts, at 2026-11-01 12:00 in Beijing. */
public final class TestPlatform {
  public static final Instant START = Instant.parse("2026-11-01T04:00:00Z");
  public static final OfficialAccount SHOP = account("shop");
  public static final OfficialAccount CLUB = account("club");
  public static final String USER = "oSandboxUser1";

  private TestPlatform() {}

  public static MovableClock clock() {
    return new MovableClock(() -> START, Duration.ofDays(365));
  }

  public static Platform at(MovableClock clock) {
    return at(clock, PlatformLimits.wechats());
  }

  public static Platform at(MovableClock clock, PlatformLimits limits) {
    return Platform.of(List.of(SHOP, CLUB), limits, Shown.TO_NOBODY, clock);
  }

  private static OfficialAccount account(String name) {
    return new OfficialAccount(
        name,
        "gh_" + name,
        "wx-" + name,
        "secret-" + name,
        "token-" + name,
        Optional.empty(),
        Encryption.PLAIN);
  }
}
