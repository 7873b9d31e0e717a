package io.github.wechatgateway.api;

import io.github.wechatgateway.config.Settings;

/**
 * The numbers of the API: config/application.properties says what each means.
 *
 * @param maxBody bytes of a body in JSON
 */
public record ApiLimits(int maxBody) {
  private static final int MIB = 1024 * 1024;

  /** Reads them; what is wrong with them is noted in the settings. */
  public static ApiLimits from(Settings settings) {
    return new ApiLimits(settings.number("wechat.gateway-api.max-body", 1024, 10 * MIB));
  }
}
