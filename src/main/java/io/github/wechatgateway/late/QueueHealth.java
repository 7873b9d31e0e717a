package io.github.wechatgateway.late;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Not ready while nothing can be put on disk: WeChat would be refused what is not answered in time.
 */
final class QueueHealth extends AbstractHealthCheck {
  private final Journal journal;

  QueueHealth(Journal journal) {
    super("wechat", "queue");
    this.journal = journal;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    String why = journal.unwritable();
    if (why == null) {
      builder.up();
    } else {
      builder.message(why).down();
    }
  }

  @Override
  public boolean isLiveness() {
    return false;
  }
}
