package io.github.wechatgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final String KEY = "wechat.test.some-key";

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private enum Colour {
    RED,
    DARK_BLUE
  }

  SettingsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void no_property_is_left() {
    System.clearProperty(KEY);
    System.clearProperty("wechat.accounts.fromjvm.token");
    System.clearProperty("wechat.keys.jvm");
  }

  @Test
  void a_jvm_property_wins_over_the_environment_over_the_profile_over_the_file()
      throws IOException {
    write("application.properties", KEY + "=file");
    assertThat(text()).isEqualTo("file");

    write("application-test.properties", KEY + "=profile");
    assertThat(text()).isEqualTo("profile");

    environment.put("WECHAT_TEST_SOME_KEY", "environment");
    assertThat(text()).isEqualTo("environment");

    System.setProperty(KEY, "jvm");
    assertThat(text()).isEqualTo("jvm");
  }

  @Test
  void a_placeholder_is_filled() throws IOException {
    write("application.properties", "other=value\n" + KEY + "={{other}} {{none:default}}");

    assertThat(text()).isEqualTo("value default");
  }

  @Test
  void space_around_a_value_does_not_count() throws IOException {
    write("application.properties", KEY + "=\\ value\\t");

    assertThat(text()).isEqualTo("value");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "65535, 65535", "' 7 ', 7"})
  void a_number_in_range_is_read(String text, int number) throws IOException {
    write("application.properties", KEY + "=" + text);

    assertThat(settings().number(KEY, 1, 65535)).isEqualTo(number);
  }

  @Test
  void a_choice_is_written_in_lower_case() throws IOException {
    write("application.properties", KEY + "=dark-blue");

    assertThat(settings().choice(KEY, Colour.class)).contains(Colour.DARK_BLUE);
  }

  @Test
  void names_come_from_every_source() throws IOException {
    write("application.properties", "wechat.accounts.fromfile.app-id=a\nwechat.accounts.x=b");
    environment.put("WECHAT_ACCOUNTS_FROMENV_APP_SECRET", "c");
    environment.put("OTHER_ACCOUNTS_NONE_TOKEN", "d");
    System.setProperty("wechat.accounts.fromjvm.token", "e");

    assertThat(settings().names("wechat.accounts"))
        .containsExactly("fromenv", "fromfile", "fromjvm");
  }

  @Test
  void what_stands_below_a_prefix_comes_from_every_source() throws IOException {
    write("application.properties", "wechat.keys.file=a\nwechat.keys.more.words=b\nwechat.keysx=c");
    environment.put("WECHAT_KEYS_ENV", "d");
    environment.put("WECHAT_KEYS", "e");
    System.setProperty("wechat.keys.jvm", "f");

    assertThat(settings().below("wechat.keys")).containsExactly("env", "file", "jvm", "more.words");
  }

  private String text() {
    return settings().required(KEY, Settings.ANYTHING, "anything");
  }

  /** As Main has it: of two locations the earlier wins. */
  private Settings settings() {
    DefaultCamelContext context = new DefaultCamelContext();
    context
        .getPropertiesComponent()
        .setLocation(
            "file:%1$s/application-test.properties;optional=true,file:%1$s/application.properties;optional=true"
                .formatted(folder));
    return new Settings(context, environment);
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
