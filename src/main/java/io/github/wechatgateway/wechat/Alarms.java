package io.github.wechatgateway.wechat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells operators what goes wrong, of each account and kind, and each refused IP, once in ten
 * minutes.
 */
final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final Duration APART = Duration.ofMinutes(10);

  /** More than there are accounts, times the kinds; if there are more, some are told again. */
  private static final int MOST = 10_000;

  private final Cache<String, Boolean> told;

  Alarms(InstantSource clock) {
    this.told =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(APART)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** Logs an error, unless the same was told a short while ago. */
  void tell(WeChatRefusal refusal) {
    if (told.asMap().putIfAbsent(refusal.subject(), true) == null) {
      LOG.error("{}", refusal.getMessage());
    }
  }
}
