package io.github.wechatgateway.late;

import io.github.wechatgateway.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of the late path: config/application.properties says what each means.
 *
 * @param url of an Artemis elsewhere; empty for the one in this process
 * @param folder of the journal of the one in this process
 * @param maxParts messages of one answer
 * @param maxDeadRequests that wait for their turn to look at the dead letters
 * @param callTime that a call of the broker may take
 */
public record LateSettings(
    String url,
    Path folder,
    Duration callTime,
    BrokerLimits broker,
    PutLimits puts,
    LateLimits late,
    OutboxLimits outbox,
    KeptLimits kept,
    Duration noRight,
    int maxParts,
    int maxDeadRequests) {
  /** No broker of this process has this name. */
  static final String NOWHERE = "vm://none";

  private static final String PORT =
      "([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";

  /** No name and password in it: it stands in the lines of a check. */
  private static final Pattern URL = Pattern.compile("tcp://[^\\s/?@]+:" + PORT);

  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,6}(,[1-9][0-9]{0,6})*");
  private static final int MILLION = 1_000_000;
  private static final int DAY = 24 * 60 * 60;
  private static final int MINUTE = 60_000;
  private static final int MIB = 1024 * 1024;
  private static final int MAX_READS = 1_000;
  private static final Duration READ_TIME = Duration.ofMillis(300);
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(2);
  private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
  private static final Duration LAST_RESTART = Duration.ofSeconds(30);

  /** Reads them; what is wrong with them is noted in the settings. */
  public static LateSettings from(Settings settings) {
    Duration time = Duration.ofMillis(settings.number("wechat.queue.put-time", 100, MINUTE));
    settings.number("wechat.late.consumers", 1, 100); // read by routes/late/
    return new LateSettings(
        settings.text("wechat.queue.url", URL, "tcp://<host>:<port>").orElse(""),
        settings.folder(
            "wechat.queue.folder",
            settings.required("wechat.queue.folder", Settings.ANYTHING, "a folder")),
        time,
        broker(settings),
        new PutLimits(
            settings.number("wechat.queue.max-puts", 1, MILLION), time, Duration.ofSeconds(1)),
        new LateLimits(
            seconds("wechat.late.leases", settings),
            seconds("wechat.late.delays", settings),
            age("wechat.late.max-age", settings)),
        new OutboxLimits(
            settings.number("wechat.outbox.per-account", 1, Queues.OUTBOXES),
            Duration.ofSeconds(settings.number("wechat.outbox.send-time", 1, 3600)),
            seconds("wechat.outbox.delays", settings),
            age("wechat.outbox.max-age", settings),
            settings.number("wechat.outbox.max-waiting", 1, MILLION)),
        new KeptLimits(
            settings.number("wechat.kept.max-answers", 1, MILLION),
            age("wechat.kept.max-age", settings),
            MAX_READS,
            READ_TIME),
        age("wechat.late.no-right-time", settings),
        settings.number("wechat.reply.max-parts", 1, 20),
        settings.number("wechat.dead.max-requests", 1, 10_000));
  }

  /** The same, with a broker that nobody finds. */
  public LateSettings nowhere() {
    return new LateSettings(
        NOWHERE,
        folder,
        callTime,
        broker,
        puts,
        late,
        outbox,
        kept,
        noRight,
        maxParts,
        maxDeadRequests);
  }

  boolean isNowhere() {
    return url.equals(NOWHERE);
  }

  /** That what is being sent has to end after SIGTERM; else it is sent again. */
  Duration drain() {
    return STOP;
  }

  private static BrokerLimits broker(Settings settings) {
    return new BrokerLimits(
        settings.number("wechat.queue.max-memory", MIB, 1024 * MIB),
        settings.number("wechat.queue.max-disk", 1, 100),
        settings.number("wechat.queue.max-waiting", 100, 100 * MILLION),
        settings.number("wechat.queue.max-ids", 1, MILLION),
        settings.number("wechat.kept.max-answers", 1, MILLION),
        settings.number("wechat.dead.max-letters", 1, MILLION),
        age("wechat.dead.max-age", settings),
        START,
        STOP,
        FIRST_RESTART,
        LAST_RESTART);
  }

  private static Duration age(String key, Settings settings) {
    return Duration.ofSeconds(settings.number(key, 1, 365 * DAY));
  }

  private static List<Duration> seconds(String key, Settings settings) {
    String list = settings.text(key, SECONDS, "seconds, with commas between").orElse("1");
    return Stream.of(list.split(",")).map(Long::valueOf).map(Duration::ofSeconds).toList();
  }
}
