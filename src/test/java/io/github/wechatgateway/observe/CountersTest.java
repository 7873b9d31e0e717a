package io.github.wechatgateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class CountersTest {
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counters counters = new Counters(meters);

  @Test
  void refused_callbacks_are_counted_by_account_and_status() {
    counters.refused("demo", 403);
    counters.refused("demo", 403);
    counters.refused("none", 404);

    assertThat(meters.scrape())
        .contains("wechat_callbacks_refused_total{account=\"demo\",status=\"403\"} 2.0")
        .contains("wechat_callbacks_refused_total{account=\"none\",status=\"404\"} 1.0");
  }

  @Test
  void replies_that_are_not_sent_are_counted_by_account_and_handler() {
    counters.badReply("demo", "on-text");

    assertThat(meters.scrape())
        .contains("wechat_bad_replies_total{account=\"demo\",handler=\"on-text\"} 1.0");
  }

  @Test
  void handlers_that_throw_are_counted_by_account_and_handler() {
    counters.failedHandler("demo", "on-text");

    assertThat(meters.scrape())
        .contains("wechat_failed_handlers_total{account=\"demo\",handler=\"on-text\"} 1.0");
  }

  @Test
  void kept_answers_that_are_dropped_are_counted_by_account_and_reason() {
    counters.droppedKept("demo", "age");

    assertThat(meters.scrape())
        .contains("wechat_kept_dropped_total{account=\"demo\",reason=\"age\"} 1.0");
  }

  @Test
  void an_account_that_may_not_send_is_shown_until_it_may_again() {
    counters.mayNotSend("demo", true);
    assertThat(meters.scrape()).contains("wechat_may_not_send{account=\"demo\"} 1.0");

    counters.mayNotSend("demo", false);
    assertThat(meters.scrape()).contains("wechat_may_not_send{account=\"demo\"} 0.0");
  }

  @Test
  void handlers_are_timed_by_account_and_handler() {
    counters.handled("demo", "on-text", 1_500_000_000);
    counters.handled("demo", "on-text", 500_000_000);

    assertThat(meters.scrape())
        .contains("wechat_handlers_seconds_count{account=\"demo\",handler=\"on-text\"} 2")
        .contains("wechat_handlers_seconds_sum{account=\"demo\",handler=\"on-text\"} 2.0");
  }
}
