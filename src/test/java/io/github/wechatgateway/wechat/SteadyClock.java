package io.github.wechatgateway.wechat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** It stands still until it is moved. */
final class SteadyClock implements InstantSource {
  private volatile Instant now;

  SteadyClock(String now) {
    this.now = Instant.parse(now);
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
