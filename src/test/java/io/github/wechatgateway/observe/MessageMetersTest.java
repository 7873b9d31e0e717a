package io.github.wechatgateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class MessageMetersTest {
  private enum Answer {
    REPLY,
    LATE_TEXT,
    OPEN
  }

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MessageMeters meters = new MessageMeters(registry);

  @Test
  void an_answer_is_in_the_buckets_from_its_time_on() {
    meters.answered("shop", "text", 1, Answer.REPLY, true, 30_000_000);

    assertThat(registry.scrape())
        .contains("wechat_answers_seconds_bucket{account=\"shop\",type=\"text\",le=\"0.025\"} 0")
        .contains("wechat_answers_seconds_bucket{account=\"shop\",type=\"text\",le=\"0.05\"} 1")
        .contains("wechat_answers_seconds_count{account=\"shop\",type=\"text\"} 1");
  }

  @Test
  void tries_are_counted_by_number_and_answer() {
    meters.answered("shop", "text", 2, Answer.LATE_TEXT, true, 1);

    assertThat(registry.scrape())
        .contains("wechat_tries_total{account=\"shop\",answer=\"late_text\",try=\"2\"} 1");
  }

  @Test
  void a_third_try_without_an_answer_is_a_fault_that_the_user_sees_and_an_earlier_one_is_not() {
    meters.show("shop");
    meters.answered("shop", "text", 2, Answer.OPEN, false, 1);
    assertThat(registry.scrape()).contains("wechat_faults_total{account=\"shop\"} 0");

    meters.answered("shop", "text", 3, Answer.OPEN, false, 1);
    assertThat(registry.scrape())
        .contains("wechat_faults_total{account=\"shop\"} 1")
        .doesNotContain("wechat_answers_seconds_count");
  }

  @Test
  void different_counters_with_the_same_labels_are_told_apart() {
    meters.copy("shop");
    meters.show("shop");

    assertThat(registry.scrape())
        .contains("wechat_copies_total{account=\"shop\"} 1")
        .contains("wechat_faults_total{account=\"shop\"} 0");
  }
}
