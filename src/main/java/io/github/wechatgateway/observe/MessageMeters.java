package io.github.wechatgateway.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is measured of messages that have passed the door. Labels are bounded: accounts, the kinds
 * of messages that WeChat is known to send, and words of ours.
 */
public final class MessageMeters {
  /** Milliseconds; 4500 is the budget as it ships, 5000 WeChat's patience. */
  private static final Duration[] BUCKETS =
      LongStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 4500, 5000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private static final int LAST = 3;

  private final MeterRegistry registry;
  private final Map<List<String>, Timer> answers = new ConcurrentHashMap<>();
  private final Map<Tries, Counter> tries = new ConcurrentHashMap<>();
  private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();

  /** Looked up for every message. */
  private record Tries(String account, int number, Enum<?> answer) {}

  public MessageMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Shows what an account has none of yet: an alert sees the first one, too. */
  public void show(String account) {
    counter("wechat_faults", "account", account);
    counter("wechat_copies", "account", account);
    counter("wechat_late_steps", "account", account, "step", "dead");
  }

  /**
   * A try of WeChat's got its answer, or none.
   *
   * @param kind of the message
   * @param number 1, 2 or 3
   * @param answer what it got
   * @param content whether WeChat is content with that
   * @param nanos since its headers were there
   */
  public void answered(
      String account, String kind, int number, Enum<?> answer, boolean content, long nanos) {
    if (content) {
      answers
          .computeIfAbsent(List.of(account, kind), key -> timer(account, kind))
          .record(nanos, TimeUnit.NANOSECONDS);
    } else if (number >= LAST) {
      count("wechat_faults", "account", account);
    }
    tries.computeIfAbsent(new Tries(account, number, answer), this::counter).increment();
  }

  /** A try of a message that another try had brought before. */
  public void copy(String account) {
    count("wechat_copies", "account", account);
  }

  /** A message that WeChat waits for no more, though its answer was not there, or not all of it. */
  public void late(String account, Enum<?> why) {
    count("wechat_late", "account", account, "why", why.name());
  }

  /** What became of a late message, or of its answer. */
  public void became(String account, Enum<?> what) {
    count("wechat_late_steps", "account", account, "step", what.name());
  }

  private Counter counter(Tries of) {
    String number = Integer.toString(of.number);
    return counter(
        "wechat_tries", "account", of.account, "try", number, "answer", of.answer.name());
  }

  private Timer timer(String account, String kind) {
    return Timer.builder("wechat_answers")
        .tag("account", account)
        .tag("type", kind)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private void count(String name, String... labels) {
    counter(name, labels).increment();
  }

  private Counter counter(String name, String... labels) {
    return counters.computeIfAbsent(
        Stream.concat(Stream.of(name), Stream.of(labels)).toList(),
        key -> registry.counter(name, lower(labels)));
  }

  private static String[] lower(String[] labels) {
    return Stream.of(labels).map(label -> label.toLowerCase(Locale.ROOT)).toArray(String[]::new);
  }
}
