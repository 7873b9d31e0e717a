package io.github.wechatgateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.api.Clients;
import io.github.wechatgateway.api.RelayPaths;
import io.github.wechatgateway.config.Settings;
import io.github.wechatgateway.late.LateSettings;
import io.github.wechatgateway.wechat.ApiAddress;
import io.github.wechatgateway.wechat.media.MediaLimits;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;

/** Whatever stands in the settings is taken, or told: all of it, and no value of it. */
public class SettingsFuzz {
  private static final int SECRET = 12;

  private final DefaultCamelContext context = new DefaultCamelContext();

  @DictionaryEntries({
    "wechat.accounts.",
    "shop.app-id=wx0123456789abcdef",
    ".app-secret=",
    ".token=",
    ".encoding-aes-key=",
    ".encryption=safe",
    ".access-token=",
    ".late-reply=",
    "wechat.api.url=https://",
    "http://[::1]:80",
    "wechat.api.proxy=http://",
    "wechat.gateway-api.keys.",
    "wechat.gateway-api.relay=",
    "cgi-bin,wxa",
    "wechat.media.video-hosts=",
    "wechat.late.leases=",
    "wechat.queue.url=tcp://",
    ":65536",
    "wechat.callback.max-body=",
    "2147483648",
    "-1",
    "\\\\u",
    "=",
    "\\x0A",
    "{{",
    "}}",
    "{{a:b}}"
  })
  @FuzzTest
  public void settings_are_taken_or_told(byte[] input) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(new String(input, UTF_8)));
    } catch (IOException | IllegalArgumentException malformed) {
      return; // PropertyFile tells it before
    }
    context.getPropertiesComponent().setInitialProperties(properties);
    Settings settings = new Settings(context);
    Accounts.from(settings);
    MediaLimits.from(settings);
    LateSettings.from(settings);
    ApiAddress.from(settings, false);
    Clients.from(settings);
    RelayPaths.from(settings);
    String told = settings.problems().toString();
    properties.forEach((key, value) -> checkUntold(key + "", value + "", told));
  }

  private static void checkUntold(String key, String value, String told) {
    if (key.endsWith("-secret") && value.length() >= SECRET) {
      assertThat(told).doesNotContain(value);
    }
  }
}
