package io.github.wechatgateway.late;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.config.Settings;
import java.time.Duration;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class LateSettingsTest {

  @Test
  void an_answer_outlives_the_pause_of_an_account_whose_quota_is_used_up() throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.getPropertiesComponent().setLocation("file:config/application.properties");

      assertThat(LateSettings.from(new Settings(context)).outbox().maxAge())
          .isGreaterThan(Duration.ofDays(1));
    }
  }
}
