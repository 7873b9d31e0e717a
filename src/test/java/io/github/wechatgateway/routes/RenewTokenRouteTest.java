package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RenewTokenRouteTest {
  private static final AtomicInteger RENEWED = new AtomicInteger();

  @RegisterExtension
  static final RouteUnderTest RENEW_TOKEN =
      new RouteUnderTest("wechat/renew-token")
          .step("renew-token", timer -> RENEWED.incrementAndGet());

  @Test
  void the_tokens_are_looked_at_each_time_that_the_timer_fires() {
    RENEW_TOKEN.send(timer -> {});
    RENEW_TOKEN.send(timer -> {});

    assertThat(RENEWED).hasValue(2);
  }
}
