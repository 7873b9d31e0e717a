package io.github.wechatgateway.sandbox;

import io.github.wechatgateway.config.Settings;

/**
 * The numbers of the stand-in: config/application-sandbox.properties says what each means.
 *
 * @param maxBody bytes
 * @param maxBodies bytes
 * @param maxMedia bytes
 * @param maxHistory bytes
 */
public record SandboxLimits(
    int messagesAfterMessage,
    int messagesAfterEvent,
    int maxBody,
    int maxBodies,
    int maxMedia,
    int maxSent,
    int maxDeliveries,
    int maxFaults,
    int maxHistory,
    int maxListeners) {
  private static final int MIB = 1024 * 1024;

  /** Reads them; what is wrong with them is noted in the settings. */
  public static SandboxLimits from(Settings settings) {
    return new SandboxLimits(
        settings.number("wechat.sandbox.messages-after-message", 1, 1000),
        settings.number("wechat.sandbox.messages-after-event", 1, 1000),
        settings.number("wechat.sandbox.max-body", 1024, 64 * MIB),
        settings.number("wechat.sandbox.max-bodies", 1024, 900 * MIB),
        settings.number("wechat.sandbox.max-media", 16 * MIB, 900 * MIB),
        settings.number("wechat.sandbox.max-sent", 1, 1_000_000),
        settings.number("wechat.sandbox.max-deliveries", 1, 100_000),
        settings.number("wechat.sandbox.max-faults", 1, 10_000),
        settings.number("wechat.sandbox.max-history", 1024, 64 * MIB),
        settings.number("wechat.sandbox.max-listeners", 1, 1000));
  }
}
