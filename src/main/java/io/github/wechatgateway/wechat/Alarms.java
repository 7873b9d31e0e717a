package io.github.wechatgateway.wechat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators what goes wrong, of each account and kind once in ten minutes. */
final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final Duration APART = Duration.ofMinutes(10);

  private final InstantSource clock;

  /** As many as there are accounts, times the kinds. */
  private final Map<String, Instant> silentUntil = new HashMap<>();

  Alarms(InstantSource clock) {
    this.clock = clock;
  }

  /** Logs an error, unless one of this account and kind was told a short while ago. */
  void tell(WeChatRefusal refusal) {
    if (isDue(refusal.account() + " " + refusal.reason())) {
      LOG.error("{}", refusal.getMessage());
    }
  }

  private synchronized boolean isDue(String key) {
    Instant now = clock.instant();
    if (now.isBefore(silentUntil.getOrDefault(key, Instant.MIN))) {
      return false;
    }
    silentUntil.put(key, now.plus(APART));
    return true;
  }
}
