package io.github.wechatgateway.claim;

import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.LogFailure;
import io.github.wechatgateway.record.Records;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Registry;

/**
 * Binds the steps of routes/callback/claim, and what runs handlers.
 *
 * @param claims of all messages
 * @param runHandler runs the handlers of late messages too
 */
public record ClaimSteps(Claims claims, RunHandler runHandler) {

  /**
   * Binds them.
   *
   * @param handlers the endpoint that leads to the handlers
   * @param lateText what the user of an account reads when even the last try is too early
   */
  public static ClaimSteps bind(
      CamelContext context,
      ClaimLimits limits,
      Records records,
      String handlers,
      RenderReply replies,
      LatePath late,
      Function<Exchange, String> lateText,
      Counters counters)
      throws Exception {
    Registry registry = context.getRegistry();
    Claims claims = new LocalClaims(limits.maxAnswers(), late.longestLease());
    registry.bind("claim", new ClaimMessage(claims, records, Clock.systemUTC()));
    registry.bind("claims", new ClaimRepository());
    AsyncProducer routeMessage = context.getEndpoint(handlers).createAsyncProducer();
    context.addService(routeMessage);
    EndHandler end =
        new EndHandler(
            replies,
            late,
            lateText,
            new UntilStored(Runnable::run, context::isStopping),
            new LogFailure(counters));
    Typing typing = new Typing(limits.typing(), late);
    RunHandler runHandler =
        new RunHandler(
            routeMessage,
            end,
            HandlerThreads.of(limits.threads()),
            new Room(context::isStopping, limits.maxMemory())::missing,
            limits.maxRunning(),
            typing,
            counters);
    lookAfter(limits.maxTime(), runHandler, records, context);
    registry.bind("run-handler", runHandler);
    registry.bind("join", new Join(limits.budget(), late, context::isStopping, lateText));
    return new ClaimSteps(claims, runHandler);
  }

  private static void lookAfter(
      int seconds, RunHandler handlers, Records records, CamelContext context) {
    ScheduledExecutorService timer =
        context.getExecutorServiceManager().newSingleThreadScheduledExecutor(handlers, "max-time");
    Runnable look = // one task: the pool has room for as many as wechat.handlers.max-running
        () -> {
          handlers.giveUpAfter(seconds);
          records.dropTooOld();
        };
    timer.scheduleWithFixedDelay(look, 1, 1, TimeUnit.SECONDS);
  }
}
