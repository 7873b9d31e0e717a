package io.github.wechatgateway.wechat;

import io.github.wechatgateway.config.Settings;
import java.util.Optional;

/**
 * The numbers of one way out: config/application.properties says what each means.
 *
 * @param totalTimeout milliseconds
 * @param maxAnswer bytes
 * @param maxWait seconds
 */
public record LaneLimits(
    int totalTimeout, int maxAnswer, int threads, int threadsPerAccount, int maxWait) {
  private static final int MIB = 1024 * 1024;
  private static final int TEN_MINUTES = 600_000;

  /** Reads those below a prefix; what is wrong with them is noted in the settings. */
  static LaneLimits from(Settings settings, String keys) {
    return new LaneLimits(
        settings.number(keys + ".total-timeout", 1, TEN_MINUTES),
        settings.number(keys + ".max-answer", 1024, 100 * MIB),
        settings.number(keys + ".threads", 1, 1000),
        settings.number(keys + ".threads-per-account", 1, 1000),
        settings.number(keys + ".max-wait", 1, 3600));
  }

  HttpBounds bounds(String keys, Optional<Proxy> proxy) {
    return new HttpBounds(totalTimeout, maxAnswer, keys, proxy);
  }
}
