package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAddressTest {
  @Test
  void hosts_are_a_list_the_preferred_one_first() throws IOException {
    Settings settings = settings("https://api.weixin.qq.com, https://api2.weixin.qq.com:443");

    assertThat(ApiAddress.from(settings, false).hosts())
        .containsExactly(
            URI.create("https://api.weixin.qq.com"), URI.create("https://api2.weixin.qq.com:443"));
    assertThat(settings.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/sandbox/wechat",
        "http://localhost:1",
        "http://[::1]:8080",
        "https://10.0.0.1"
      })
  void http_goes_to_this_machine_alone(String url) throws IOException {
    Settings settings = settings(url);

    assertThat(ApiAddress.from(settings, false).hosts()).containsExactly(URI.create(url));
    assertThat(settings.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.weixin.qq.com",
        "http://127.0.0.1.evil.example",
        "http://localhost@evil.example",
        "https://",
        "api.weixin.qq.com",
        "https://h?a=b",
        "https://h/../x",
        "https://a,,https://b",
        "https://a,",
        "ftp://h",
        "http://10.0.0.1",
        "https://[:::]",
        "https://..",
        "https://999.1.1.1",
        "https://api.weixin.qq.com:65536"
      })
  void anything_else_is_told(String url) throws IOException {
    Settings settings = settings(url);
    ApiAddress.from(settings, false);

    assertThat(settings.problems()).extracting(Problem::where).containsExactly("wechat.api.url");
  }

  @Test
  void none_is_for_the_sandbox_alone() throws IOException {
    Settings settings = settings("");
    assertThat(ApiAddress.from(settings, true).hosts()).isEmpty();
    assertThat(settings.problems()).isEmpty();
    ApiAddress.from(settings, false);

    assertThat(settings.problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://[:::]:3128", "http://-:3128", "http://proxy:65536"})
  void a_proxy_that_can_not_be_is_told(String proxy) throws IOException {
    Settings settings = settings("wechat.api.proxy", proxy);
    ApiAddress.from(settings, true);

    assertThat(settings.problems()).extracting(Problem::where).containsExactly("wechat.api.proxy");
  }

  private static Settings settings(String url) throws IOException {
    return settings("wechat.api.url", url);
  }

  private static Settings settings(String key, String value) throws IOException {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      Properties properties = new Properties();
      properties.setProperty(key, value);
      context.getPropertiesComponent().setInitialProperties(properties);
      return new Settings(context);
    }
  }
}
