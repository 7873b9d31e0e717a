package io.github.wechatgateway.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What is counted, for {@code /observe/metrics}. Labels are bounded: accounts, handlers, clients,
 * statuses and ends of calls.
 */
public final class Counters {
  private final MeterRegistry registry;

  /** Looked up for every message. */
  private final Map<List<String>, Timer> handled = new ConcurrentHashMap<>();

  private final Map<String, AtomicInteger> mayNotSend = new ConcurrentHashMap<>();

  public Counters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A handler that ended, however it did, after so many nanoseconds. */
  public void handled(String account, String handler, long nanos) {
    handled
        .computeIfAbsent(
            List.of(account, handler),
            key -> registry.timer("wechat_handlers", "account", account, "handler", handler))
        .record(nanos, TimeUnit.NANOSECONDS);
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

  /** A call of one of WeChat's APIs that ended, one way or another. */
  public void called(String account, String api, String end) {
    registry
        .counter(
            "wechat_calls", "account", account, "api", api, "end", end.toLowerCase(Locale.ROOT))
        .increment();
  }

  /** A request of the gateway API that was not done; its client is {@code none} without a key. */
  public void apiProblem(String client, int status) {
    registry
        .counter("wechat_api_problems", "client", client, "status", Integer.toString(status))
        .increment();
  }

  /** A kept answer that its user will not get: {@code age}, {@code number}. */
  public void droppedKept(String account, String reason) {
    registry.counter("wechat_kept_dropped", "account", account, "reason", reason).increment();
  }

  /** Whether an account may send no customer-service messages for now. */
  public void mayNotSend(String account, boolean now) {
    mayNotSend
        .computeIfAbsent(
            account,
            first ->
                Objects.requireNonNull(
                    registry.gauge(
                        "wechat_may_not_send", Tags.of("account", first), new AtomicInteger())))
        .set(now ? 1 : 0);
  }

  /** A queue: what is in it, and for how many seconds the oldest that is due has been. */
  public void queue(String name, Supplier<Number> messages, Supplier<Number> oldest) {
    Gauge.builder("wechat_queue_messages", messages).tag("queue", name).register(registry);
    Gauge.builder("wechat_queue_oldest_seconds", oldest).tag("queue", name).register(registry);
  }

  /** Whether late messages can be put on disk; while they can't, the gateway is not ready. */
  public void journalWritable(BooleanSupplier writable) {
    Gauge.builder("wechat_journal_writable", () -> writable.getAsBoolean() ? 1 : 0)
        .register(registry);
  }

  /** For how many seconds the access token of an account will do; not a number without one. */
  public void tokenLeft(String account, Supplier<Number> seconds) {
    Gauge.builder("wechat_token_left_seconds", seconds).tag("account", account).register(registry);
  }

  /** A handler that threw. */
  public void failedHandler(String account, String handler) {
    registry.counter("wechat_failed_handlers", "account", account, "handler", handler).increment();
  }
}
