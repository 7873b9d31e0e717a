package io.github.wechatgateway;

import io.github.wechatgateway.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/**
 * The process is about to end: it is not ready any more, while everything goes on for a while, so
 * that who looks at readiness goes elsewhere.
 */
final class Leaving extends AbstractHealthCheck {
  static final String NAME = "leaving";

  private final Duration notice;
  private volatile boolean leaving;

  Leaving(Settings settings) {
    super("wechat", NAME);
    this.notice = Duration.ofSeconds(settings.number("wechat.stop.notice", 0, 60));
  }

  /** For a process that ends by itself; who stops a gateway in his own need not wait. */
  static MainListenerSupport beforeStop() {
    return new MainListenerSupport() {
      @Override
      public void beforeStop(BaseMainSupport main) {
        Leaving leaving =
            main.getCamelContext().getRegistry().lookupByNameAndType(NAME, Leaving.class);
        if (leaving != null && main.getCamelContext().isStarted()) {
          leaving.giveNotice();
        }
      }
    };
  }

  /** Holds the thread that stops the process, which has nothing else to do. */
  private void giveNotice() {
    leaving = true;
    try {
      Thread.sleep(notice.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    if (leaving) {
      builder.message("the process is about to end").down();
    } else {
      builder.up();
    }
  }

  @Override
  public boolean isLiveness() {
    return false;
  }
}
