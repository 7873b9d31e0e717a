package io.github.wechatgateway.record;

import io.github.wechatgateway.config.Settings;
import io.github.wechatgateway.observe.MessageMeters;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How many records there are, and for how long; config/application.properties says what each means.
 *
 * @param max more would hold a thread for too long while somebody looks at all
 */
public record RecordLimits(int max, Duration maxAge) {

  /** From the settings. */
  public static RecordLimits from(Settings settings) {
    return new RecordLimits(
        settings.number("wechat.records.max", 1, 200_000),
        Duration.ofSeconds(settings.number("wechat.records.max-age", 1, 30 * 24 * 60 * 60)));
  }

  /** Records within these. */
  public Records records(MessageMeters meters) {
    return new Records(max, maxAge, meters, InstantSource.system());
  }
}
