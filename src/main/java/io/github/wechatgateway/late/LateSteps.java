package io.github.wechatgateway.late;

import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.claim.ClaimSteps;
import io.github.wechatgateway.claim.LatePath;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.util.function.Function;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;
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
  private final Late late;

  private LateSteps(
      CamelContext context,
      LateSettings settings,
      @Nullable Broker broker,
      Function<String, LateReply> lateReply)
      throws Exception {
    this.settings = settings;
    this.broker = broker;
    ConnectionFactory connections =
        broker == null
            ? Connections.to(
                settings.url().isEmpty() ? "vm://none" : settings.url(),
                settings.callTime(),
                settings.broker().maxKept(),
                settings.broker().maxDead())
            : Connections.to(broker, settings.callTime());
    this.puts = new Puts(connections, journal(broker), settings.puts(), clock);
    AsyncProducer typing = context.getEndpoint("direct:send-typing").createAsyncProducer();
    context.addService(typing);
    this.late = new Late(lateReply, puts, new Answers(), settings.late(), typing, clock);
    context.getRegistry().bind("queues", connections); // Camel's jms component finds it there
  }

  /**
   * Starts the broker, if it is ours, and connects to it.
   *
   * @throws JournalUnusable if it is in use, or can't be written
   */
  public static LateSteps start(
      CamelContext context, LateSettings settings, Function<String, LateReply> lateReply)
      throws Exception {
    Broker broker =
        settings.url().isEmpty() ? Broker.start(settings.folder(), settings.broker()) : null;
    return new LateSteps(context, settings, broker, lateReply);
  }

  /** The same without a broker: for a gateway that only looks at its routes. */
  public static LateSteps idle(
      CamelContext context, LateSettings settings, Function<String, LateReply> lateReply)
      throws Exception {
    return new LateSteps(context, settings, null, lateReply);
  }

  /** The way in. */
  public LatePath path() {
    return late;
  }

  /** Binds the steps. */
  public void bind(CamelContext context, ClaimSteps claims) throws Exception {
    var registry = context.getRegistry();
    registry.bind(
        "handle-late",
        new HandleLate(claims.claims(), claims.runHandler(), settings.late(), clock));
    registry.bind("queue-health", new QueueHealth(puts));
    registry.bind("watch-lease", new WatchLease(claims.claims(), settings.late(), clock));
  }

  private static Journal journal(@Nullable Broker broker) {
    return broker == null ? () -> null : broker;
  }

  @Override
  public void start() {}

  /** After the routes. */
  @Override
  public void stop() {
    puts.close();
    if (broker != null) {
      broker.close();
    }
  }
}
