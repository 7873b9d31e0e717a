package io.github.wechatgateway.late;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.Settings;
import java.time.Duration;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateSettingsTest {

  @Test
  void an_answer_outlives_the_pause_of_an_account_whose_quota_is_used_up() throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.getPropertiesComponent().setLocation("file:config/application.properties");

      assertThat(LateSettings.from(new Settings(context)).outbox().maxAge())
          .isGreaterThan(Duration.ofDays(1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "9999, 0",
    "61616, 0",
    "65535, 0",
    "0, 1",
    "65536, 1",
    "70000, 1",
    "99999, 1"
  })
  void a_broker_listens_on_a_port_that_there_is(String port, int problems) throws Exception {
    assertThat(problems("tcp://broker:" + port)).hasSize(problems);
  }

  @Test
  void a_password_has_no_place_in_its_address_and_is_not_told() throws Exception {
    assertThat(problems("tcp://admin:SECRETBAR@broker:61616"))
        .singleElement()
        .asString()
        .startsWith("wechat.queue.url: ")
        .doesNotContain("SECRETBAR");
  }

  private static List<Problem> problems(String url) throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.getPropertiesComponent().setLocation("file:config/application.properties");
      context.getPropertiesComponent().addOverrideProperty("wechat.queue.url", url);
      Settings settings = new Settings(context);

      LateSettings.from(settings);

      return settings.problems();
    }
  }
}
