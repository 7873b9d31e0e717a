package io.github.wechatgateway.http;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Whether requests are taken: until the stop, and in it as long as something runs that keeps the
 * process here anyway, but for the last seconds, which are for those who are inside.
 */
final class Door extends LifecycleStrategySupport {
  /** Of the seconds that a stop may take; Camel looks once a second whether all have left. */
  private static final long LAST = 2;

  private volatile BooleanSupplier busy = () -> false;
  private volatile boolean stopping;
  private volatile long closes;

  /** Keeps it open in a stop while this holds. */
  void staysOpenWhile(BooleanSupplier busy) {
    this.busy = busy;
  }

  @Override
  public void onContextStopping(CamelContext context) {
    long seconds = context.getShutdownStrategy().getTimeout() - LAST;
    closes = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    stopping = true;
  }

  boolean isOpen() {
    return !stopping || (System.nanoTime() - closes < 0 && busy.getAsBoolean());
  }
}
