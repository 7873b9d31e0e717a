package io.github.wechatgateway.api;

import io.github.wechatgateway.config.Settings;

/**
 * The numbers of the API: config/application.properties says what each means.
 *
 * @param maxBody bytes of a body in JSON
 * @param maxRelayed bytes of a body that is relayed
 * @param maxTime seconds
 */
public record ApiLimits(int maxBody, int maxRelayed, int maxTime) {
  private static final int MIB = 1024 * 1024;
  private static final int HOUR = 3600;

  /** Reads them; what is wrong with them is noted in the settings. */
  public static ApiLimits from(Settings settings) {
    return new ApiLimits(
        settings.number("wechat.gateway-api.max-body", 1024, 10 * MIB),
        settings.number("wechat.gateway-api.max-relayed", 1024, 100 * MIB),
        settings.number("wechat.gateway-api.max-time", 1, HOUR));
  }
}
