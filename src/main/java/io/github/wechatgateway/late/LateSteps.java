package io.github.wechatgateway.late;

import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.claim.ClaimSteps;
import io.github.wechatgateway.claim.LatePath;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.record.After.What;
import io.github.wechatgateway.record.Records;
import io.github.wechatgateway.reply.KeptReply;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.LifecycleStrategySupport;
import org.jspecify.annotations.Nullable;

/**
 * Puts the late path together: the broker, what puts and takes messages, and the steps of
 * routes/late/.
 */
public final class LateSteps implements Service {
  private final LateSettings settings;
  private final Clock clock = Clock.systemUTC();
  private final @Nullable Broker broker;
  private final Puts puts;
  private final Outbox outbox;
  private final KeptAnswers kept;
  private final DeadLetters deadLetters;
  private final LateReplies lateReplies;
  private final Records records;
  private final Late late;

  private LateSteps(
      CamelContext context,
      LateSettings settings,
      @Nullable Broker broker,
      Function<String, LateReply> lateReply,
      Records records,
      Counters counters)
      throws Exception {
    this.settings = settings;
    this.records = records;
    this.broker = broker;
    ConnectionFactory connections = connections(settings, broker);
    if (broker != null) {
      QueueMeters.bind(broker, counters);
    }
    this.puts = new Puts(connections, journal(broker), settings.puts(), clock);
    counters.journalWritable(() -> puts.unwritable() == null);
    this.outbox = new Outbox(puts, connections, settings.outbox(), records, clock);
    this.kept = new KeptAnswers(puts, connections, settings.kept(), counters, records, clock);
    this.deadLetters = new DeadLetters(connections, settings.maxDeadRequests(), clock);
    this.lateReplies = new LateReplies(lateReply, settings.noRight(), counters, clock);
    this.late =
        new Late(
            lateReplies::of,
            puts,
            new Answers(outbox, puts, kept, lateReplies::of, counters, clock),
            new KeptReplies(kept, new KeptReply(settings.maxParts()), clock),
            settings.late(),
            producer("direct:send-typing", context),
            clock);
    context.getRegistry().bind("queues", connections); // Camel's jms component finds it there
  }

  private static ConnectionFactory connections(LateSettings settings, @Nullable Broker broker) {
    if (broker != null) {
      return Connections.to(broker);
    } else if (settings.url().isEmpty() || settings.isNowhere()) {
      return Connections.toNone();
    }
    BrokerLimits limits = settings.broker();
    return Connections.to(settings.url(), settings.callTime(), limits.maxKept(), limits.maxDead());
  }

  /**
   * Starts the broker, if it is ours, and connects to it.
   *
   * @throws JournalUnusable if it is in use, or can't be written
   */
  public static LateSteps start(
      CamelContext context,
      LateSettings settings,
      Function<String, LateReply> lateReply,
      Records records,
      Counters counters)
      throws Exception {
    Broker broker =
        settings.url().isEmpty() ? Broker.start(settings.folder(), settings.broker()) : null;
    return new LateSteps(context, settings, broker, lateReply, records, counters);
  }

  /** The same without a broker: for a gateway that only looks at its routes. */
  public static LateSteps idle(
      CamelContext context,
      LateSettings settings,
      Function<String, LateReply> lateReply,
      Records records,
      Counters counters)
      throws Exception {
    return new LateSteps(context, settings, null, lateReply, records, counters);
  }

  /** The way in. */
  public LatePath path() {
    return late;
  }

  /** What is sent: answers, and messages of programs. */
  public Outbox outbox() {
    return outbox;
  }

  /** What could not be delivered. */
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  /** Is told which account may not send customer-service messages (48001). */
  public void noRight(String account) {
    lateReplies.noRight(account);
  }

  /** Binds the steps, and has the outbox sent once the routes are there. */
  public void bind(CamelContext context, ClaimSteps claims) throws Exception {
    Registry registry = context.getRegistry();
    SendOutbox send = new SendOutbox(producer("direct:send-outbox", context), records);
    context.addLifecycleStrategy(
        new LifecycleStrategySupport() {
          @Override
          public void onContextStopping(CamelContext stopping) {
            outbox.drain(Duration.ZERO); // the routes that send will go
          }
        });
    if (!settings.isNowhere()) {
      context.addStartupListener((started, before) -> outbox.take(send, this::keep));
    }
    registry.bind(
        "handle-late",
        new HandleLate(claims.claims(), claims.runHandler(), settings.late(), records, clock));
    registry.bind("queue-health", new QueueHealth(puts));
    registry.bind("watch-lease", new WatchLease(claims.claims(), settings.late(), clock));
  }

  private void keep(OutboxMessage answer, Result.Keep why, Returns returns) throws JMSException {
    if (KeptReplies.canBeKept(answer)) {
      returns.keep(answer);
      kept.noted(answer);
      records.of(answer.id()).then(What.KEPT, why.errcode(), answer.attempts(), why.reason(), "");
    } else {
      String queue = outbox.queueOf(answer);
      returns.bury(DeadLetter.of(answer, queue, why.reason(), why.errcode(), clock.millis()));
      records.of(answer.id()).then(What.DEAD, why.errcode(), answer.attempts(), why.reason(), "");
    }
  }

  private static AsyncProducer producer(String route, CamelContext context) throws Exception {
    AsyncProducer producer = context.getEndpoint(route).createAsyncProducer();
    context.addService(producer);
    return producer;
  }

  private static Journal journal(@Nullable Broker broker) {
    return broker == null ? () -> null : broker;
  }

  @Override
  public void start() {}

  /** After the routes. */
  @Override
  public void stop() {
    outbox.drain(settings.drain());
    outbox.close();
    kept.close();
    deadLetters.close();
    puts.close();
    if (broker != null) {
      broker.close();
    }
  }
}
