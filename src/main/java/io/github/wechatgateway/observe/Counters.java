package io.github.wechatgateway.observe;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * What is counted, for {@code /observe/metrics}. Labels are bounded: accounts, handlers and
 * statuses.
 */
public final class Counters {
  private final MeterRegistry registry;

  public Counters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A callback that did not pass the door. */
  public void refused(String account, int status) {
    registry
        .counter("wechat_callbacks_refused", "account", account, "status", Integer.toString(status))
        .increment();
  }

  /** A reply that was not sent, since the user would have seen a fault. */
  public void badReply(String account, String handler) {
    registry.counter("wechat_bad_replies", "account", account, "handler", handler).increment();
  }

  /** A handler that threw. */
  public void failedHandler(String account, String handler) {
    registry.counter("wechat_failed_handlers", "account", account, "handler", handler).increment();
  }
}
