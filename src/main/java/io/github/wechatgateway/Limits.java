package io.github.wechatgateway;

import io.github.wechatgateway.api.ApiLimits;
import io.github.wechatgateway.claim.ClaimLimits;
import io.github.wechatgateway.config.Settings;
import io.github.wechatgateway.http.HttpLimits;
import io.github.wechatgateway.late.LateSettings;
import io.github.wechatgateway.record.RecordLimits;
import io.github.wechatgateway.wechat.WeChatLimits;
import io.github.wechatgateway.wechat.media.MediaLimits;

/**
 * The numbers of the settings: config/application.properties says what each means.
 *
 * @param maxBody bytes
 * @param maxAge seconds
 */
record Limits(
    HttpLimits http,
    WeChatLimits wechat,
    int maxBody,
    int maxAge,
    ClaimLimits claims,
    LateSettings late,
    RecordLimits records,
    int maxParts,
    MediaLimits media,
    ApiLimits api) {
  private static final int MIB = 1024 * 1024;
  private static final int DAY = 24 * 60 * 60;
  private static final int MILLION = 1_000_000;

  static Limits from(Settings settings) {
    return new Limits(
        new HttpLimits(
            settings.number("wechat.callback.max-header", 1024, MIB),
            settings.number("wechat.callback.max-connections", 1, MILLION),
            settings.number("wechat.callback.idle-timeout", 1, 3600)),
        WeChatLimits.from(settings),
        settings.number("wechat.callback.max-body", 1024, 10 * MIB),
        settings.number("wechat.callback.max-age", 0, DAY),
        new ClaimLimits(
            settings.number("wechat.callback.budget", 100, 5000),
            settings.number("wechat.handlers.max-running", 1, MILLION),
            settings.number("wechat.handlers.threads", 1, 10_000),
            settings.number("wechat.handlers.max-time", 1, DAY),
            settings.number("wechat.handlers.max-memory", 1, 100),
            settings.number("wechat.claims.max-answers", 1, 10 * MILLION),
            settings.number("wechat.late.typing", 0, 10)),
        LateSettings.from(settings),
        RecordLimits.from(settings),
        settings.number("wechat.reply.max-parts", 1, 20),
        MediaLimits.from(settings),
        ApiLimits.from(settings));
  }
}
