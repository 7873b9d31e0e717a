package io.github.wechatgateway.wechat;

import io.github.wechatgateway.config.Settings;

/**
 * The numbers of calls to WeChat: config/application.properties says what each means.
 *
 * @param messages of calls and answers that fit into memory
 * @param files of those that have a file
 * @param retryDelay milliseconds
 * @param returnAfter seconds
 * @param circuitTime seconds
 * @param tokenMargin seconds
 */
public record WeChatLimits(
    LaneLimits messages,
    LaneLimits files,
    int maxCalls,
    int retries,
    int retryDelay,
    int returnAfter,
    int circuitTime,
    int maxBarriers,
    int tokenMargin) {
  private static final int MINUTE = 60_000;
  private static final int HOUR = 3600;

  /** Reads them; what is wrong with them is noted in the settings. */
  public static WeChatLimits from(Settings settings) {
    settings.number("wechat.api.connect-timeout", 1, MINUTE); // these are read by routes/wechat/
    settings.number("wechat.api.response-timeout", 1, MINUTE);
    settings.number("wechat.media.response-timeout", 1, 10 * MINUTE);
    settings.number("wechat.token.interval", 1, HOUR);
    return new WeChatLimits(
        LaneLimits.from(settings, "wechat.api"),
        LaneLimits.from(settings, "wechat.media"),
        settings.number("wechat.api.max-calls", 1, 1_000_000),
        settings.number("wechat.api.retries", 0, 10),
        settings.number("wechat.api.retry-delay", 1, MINUTE),
        settings.number("wechat.api.return-after", 1, HOUR),
        settings.number("wechat.api.circuit-time", 1, HOUR),
        settings.number("wechat.api.max-pauses", 10, 1_000_000),
        settings.number("wechat.token.margin", 1, HOUR));
  }
}
