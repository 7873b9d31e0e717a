package io.github.wechatgateway.late;

import static io.github.wechatgateway.account.LateReply.CUSTOMER_SERVICE;
import static io.github.wechatgateway.account.LateReply.RETRIES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.observe.Counters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LateRepliesTest {
  private static final Duration TIME = Duration.ofHours(1);

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final SetClock clock = new SetClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final LateReplies replies =
      new LateReplies(
          account -> account.equals("small") ? RETRIES : CUSTOMER_SERVICE,
          TIME,
          new Counters(meters),
          clock);

  @Test
  void accounts_do_as_their_settings_say() {
    assertThat(replies.of("shop")).isEqualTo(CUSTOMER_SERVICE);
    assertThat(replies.of("small")).isEqualTo(RETRIES);
  }

  @Test
  void an_account_without_the_right_waits_for_retries_and_others_do_not() {
    replies.noRight("shop");

    assertThat(replies.of("shop")).isEqualTo(RETRIES);
    assertThat(replies.of("bank")).isEqualTo(CUSTOMER_SERVICE);
    assertThat(shown("shop")).isEqualTo(1);
  }

  @Test
  void after_its_time_it_sends_again() {
    replies.noRight("shop");
    clock.forward(TIME.minusMillis(1));
    assertThat(replies.of("shop")).isEqualTo(RETRIES);

    clock.forward(Duration.ofMillis(1));
    assertThat(replies.of("shop")).isEqualTo(CUSTOMER_SERVICE);
    assertThat(shown("shop")).isZero();
  }

  @Test
  void the_answers_that_were_on_their_way_do_not_make_it_longer() {
    replies.noRight("shop");
    clock.forward(TIME.minusMinutes(1));
    replies.noRight("shop");
    clock.forward(Duration.ofMinutes(1));

    assertThat(replies.of("shop")).isEqualTo(CUSTOMER_SERVICE);
  }

  @Test
  void without_the_right_after_its_time_it_waits_once_more() {
    replies.noRight("shop");
    clock.forward(TIME);
    replies.of("shop");
    replies.noRight("shop");

    assertThat(replies.of("shop")).isEqualTo(RETRIES);
    assertThat(shown("shop")).isEqualTo(1);
  }

  @Test
  void an_account_that_sends_none_is_not_shown() {
    replies.noRight("small");

    assertThat(meters.find("wechat_may_not_send").gauge()).isNull();
  }

  private double shown(String account) {
    return meters.get("wechat_may_not_send").tag("account", account).gauge().value();
  }
}
