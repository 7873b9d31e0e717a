package io.github.wechatgateway.record;

import io.github.wechatgateway.observe.MessageMeters;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try of WeChat's: when it came, and what it was answered. */
public final class Try {
  private static final Logger LOG = LoggerFactory.getLogger(Try.class);

  /** WeChat tries three times. */
  static final int LAST = 3;

  private static final String PROPERTY = "wechatTryRecord";

  /** Milliseconds after which WeChat closes the connection. */
  private static final long PATIENCE = 5_000;

  private final About about;
  private final MessageMeters meters;
  private final int number;
  private final long came;
  private final long began;
  private long ended;

  /** Written last: who sees it sees the rest. */
  private volatile @Nullable Answer answer;

  /**
   * A try that has just come.
   *
   * @param number 1, 2 or 3
   * @param came in milliseconds since 1970
   * @param elapsed milliseconds since its headers were there
   */
  Try(About about, MessageMeters meters, int number, long came, long elapsed) {
    this.about = about;
    this.meters = meters;
    this.number = number;
    this.came = came - elapsed;
    this.began = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(elapsed);
  }

  /** What a try got. */
  public enum Answer {
    /** The handler's reply. */
    REPLY(true),
    /** The account's late-text. */
    LATE_TEXT(true),
    /** 200 with nothing in it. */
    EMPTY(true),
    /** The gateway left it without an answer, so that WeChat asks again. */
    OPEN(false),
    /** WeChat closed the connection before there was an answer. */
    CLOSED(false),
    /** 503: the message could not be put on disk. */
    UNAVAILABLE(false),
    /** 500: a step of the door failed. */
    FAILED(false);

    private final boolean ends;

    Answer(boolean ends) {
      this.ends = ends;
    }
  }

  /** That of an exchange; of one without a record a try that nobody sees. */
  public static Try of(Exchange exchange) {
    Try known = exchange.getProperty(PROPERTY, Try.class);
    return known == null ? new Try(About.nothing(), MessageRecord.UNSEEN, 1, 0, 0) : known;
  }

  /** Leaves it for the steps that answer. */
  public void putInto(Exchange exchange) {
    exchange.setProperty(PROPERTY, this);
  }

  /** It was answered; what comes after the first answer does not count. */
  public void answered(Answer with) {
    if (answer == null) {
      ended = System.nanoTime();
      answer = with;
      long nanos = System.nanoTime() - began;
      meters.answered(about.account(), about.kind(), number, with, isDone(), nanos);
      LOG.debug(
          "account={} key={} type={} try={} answer={} ms={}",
          about.account(),
          about.key(),
          about.kind(),
          number,
          with,
          took());
    }
  }

  /** Its answer, whatever that was to be, has become an error. */
  public void failed() {
    answer = null;
    answered(Answer.FAILED);
  }

  int number() {
    return number;
  }

  long came() {
    return came;
  }

  @Nullable Answer answer() {
    return answer;
  }

  /** Milliseconds from its headers to its answer; only once there is one. */
  int took() {
    return (int) TimeUnit.NANOSECONDS.toMillis(ended - began);
  }

  /** Whether it got an answer with which WeChat is content, in time. */
  boolean isDone() {
    Answer now = answer;
    return now != null && now.ends && took() < PATIENCE;
  }

  /** Whether it came when another was answered already. */
  boolean isAfter(Try other) {
    return other.answer != null && began - other.ended > 0;
  }
}
