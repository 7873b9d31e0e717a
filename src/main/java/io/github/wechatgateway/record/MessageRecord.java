package io.github.wechatgateway.record;

import io.github.wechatgateway.observe.MessageMeters;
import io.github.wechatgateway.record.After.What;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one message. Those who deal with the message note here what they do; each of
 * these is of one message, so that they hardly meet.
 */
public final class MessageRecord {
  private static final String PROPERTY = "wechatRecord";

  /** Of tries, of runs and of what came after; WeChat tries three times. */
  private static final int MOST = 10;

  /** Of records that nobody can ask for. */
  static final MessageMeters UNSEEN = new MessageMeters(new CompositeMeterRegistry());

  private final About about;
  private final MessageMeters meters;
  private final InstantSource clock;
  private final long since;
  private final List<Try> tries = new ArrayList<>(1);
  private final List<Run> runs = new ArrayList<>(1);
  private @Nullable Lateness late;
  private @Nullable String trace;
  private List<After> after = List.of();

  MessageRecord(About about, MessageMeters meters, InstantSource clock) {
    this.about = about;
    this.meters = meters;
    this.clock = clock;
    this.since = clock.millis();
  }

  /** One that nobody can ask for. */
  static MessageRecord detached() {
    return new MessageRecord(About.nothing(), UNSEEN, InstantSource.system());
  }

  /** That of an exchange's message; where there is none, one that nobody can ask for. */
  public static MessageRecord of(Exchange exchange) {
    MessageRecord known = exchange.getProperty(PROPERTY, MessageRecord.class);
    return known == null ? detached() : known;
  }

  /** Leaves it for whoever deals with the exchange's message. */
  public void putInto(Exchange exchange) {
    exchange.setProperty(PROPERTY, this);
  }

  /** The same in the handler's own exchange. */
  public static void handOn(Exchange from, Exchange to) {
    to.setProperty(PROPERTY, from.getProperty(PROPERTY));
  }

  /** A try has come that need not be handled: another has been, or is. */
  public void copied() {
    meters.copy(about.account());
  }

  /**
   * A try has come.
   *
   * @param number 1, 2 or 3, as far as the time tells; those that came after an answer count too:
   *     WeChat may ask again at once
   * @param elapsed milliseconds since its headers were there
   */
  public synchronized Try came(int number, long elapsed) {
    long ended = tries.stream().filter(each -> each.answer() != null).count();
    int known = (int) Math.min(Try.LAST, ended + 1);
    Try one = new Try(about, meters, Math.max(number, known), clock.millis(), elapsed);
    if (tries.size() < MOST) { // a captured request may be sent again and again
      tries.add(one);
    }
    return one;
  }

  /** What is done for it has its place below this {@code traceparent}; the first one counts. */
  public synchronized void trace(@Nullable String parent) {
    trace = trace == null ? parent : trace;
  }

  /** The same; null where there are no traces. */
  public synchronized @Nullable String trace() {
    return trace;
  }

  /** The handler begins, or is about to wait for a thread. */
  public synchronized Run began() {
    Run run = new Run(clock.millis());
    if (runs.size() == MOST) {
      runs.remove(0);
    }
    runs.add(run);
    return run;
  }

  /** WeChat waits no more; the first reason counts. */
  public synchronized void late(Lateness.Why why) {
    if (late == null) {
      late = new Lateness(clock.millis(), why);
      meters.late(about.account(), why);
    }
  }

  /** Something was done with its answer. */
  public void then(What what) {
    then(what, 0, 0, "", "");
  }

  /** The same, with what is known of it: see {@link After}. */
  public void then(What what, int errcode, int attempts, String reason, String with) {
    add(new After(clock.millis(), what, errcode, attempts, reason, with));
  }

  /** What is put on disk: others may go on with it before the disk has told us. */
  public CompletionStage<Void> during(
      What what, int attempts, String reason, Supplier<CompletionStage<Void>> put) {
    After next = new After(clock.millis(), what, 0, attempts, reason, "");
    add(next);
    return put.get().whenComplete((done, failed) -> removeIf(failed != null, next));
  }

  private synchronized void add(After next) {
    List<After> all = new ArrayList<>(after);
    if (all.size() == MOST) {
      all.remove(0);
    }
    all.add(next);
    after = all;
    meters.became(about.account(), next.what());
  }

  private synchronized void removeIf(boolean failed, After next) {
    if (failed) {
      List<After> all = new ArrayList<>(after);
      all.remove(next);
      after = all;
    }
  }

  About about() {
    return about;
  }

  long since() {
    return since;
  }

  synchronized Look look() {
    return new Look(about, since, List.copyOf(tries), List.copyOf(runs), late, List.copyOf(after));
  }
}
