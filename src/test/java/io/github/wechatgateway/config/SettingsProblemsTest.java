package io.github.wechatgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a value is noted, and its shape alone is told. */
class SettingsProblemsTest {
  private static final String KEY = "wechat.test.some-key";
  private static final Pattern LETTERS = Pattern.compile("[a-z]+");

  private final Path folder;

  private enum Colour {
    RED,
    DARK_BLUE
  }

  SettingsProblemsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_placeholder_that_leads_nowhere_is_a_problem() throws IOException {
    write("application.properties", KEY + "=secret{{env:WECHAT_TEST_NONE}}");
    Settings settings = settings();

    assertThat(settings.text(KEY, LETTERS, "letters")).isEmpty();
    assertThat(settings.required(KEY, LETTERS, "letters")).isEmpty();

    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsOnly(KEY + ": a {{placeholder}} without a value (expected: one that is set)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "=\\ "})
  void what_is_not_there_or_empty_is_missing(String line) throws IOException {
    write("application.properties", line.isEmpty() ? "" : KEY + line);
    Settings settings = settings();

    assertThat(settings.text(KEY, LETTERS, "letters")).isEmpty();
    assertThat(settings.problems()).isEmpty();

    assertThat(settings.required(KEY, LETTERS, "letters")).isEmpty();
    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly(KEY + ": missing (expected: letters)");
  }

  @Test
  void a_wrong_value_is_told_by_its_shape_alone() throws IOException {
    write("application.properties", KEY + "=Secret 42");
    Settings settings = settings();

    assertThat(settings.required(KEY, LETTERS, "lower-case letters")).isEmpty();

    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly(
            KEY + ": 9 characters: letters, digits, white space (expected: lower-case letters)");
  }

  @ParameterizedTest
  @CsvSource({
    "0, a number out of range",
    "-5, a number out of range",
    "65536, a number out of range",
    "99999999999, 11 characters: digits",
    "seven, 5 characters: letters",
    "1.5, '3 characters: digits, other characters'",
    "'', missing",
  })
  void any_other_number_is_a_problem_and_reads_as_the_least(String text, String found)
      throws IOException {
    write("application.properties", KEY + "=" + text);
    Settings settings = settings();

    assertThat(settings.number(KEY, 1, 65535)).isEqualTo(1);

    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly(KEY + ": " + found + " (expected: a whole number from 1 to 65535)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DARK_BLUE", "Red", "blue"})
  void any_other_choice_is_a_problem(String text) throws IOException {
    write("application.properties", KEY + "=" + text);
    Settings settings = settings();

    assertThat(settings.choice(KEY, Colour.class)).isEmpty();

    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly("%s: %s (expected: dark-blue, red)".formatted(KEY, Problem.shapeOf(text)));
  }

  @Test
  void a_key_that_nobody_reads_is_told_with_its_nearest() throws IOException {
    write(
        "application.properties",
        "wechat.callback.maxbody=secret\nwechat.callback.max-age=0\ncamel.main.name=x");
    Settings settings = settings();
    settings.number("wechat.callback.max-age", 0, 9);
    settings.text("wechat.callback.max-body", LETTERS, "letters");

    settings.refuseUnread("wechat.");

    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "wechat.callback.maxbody: unknown key"
                + " (expected: a key of config/application.properties;"
                + " the nearest is wechat.callback.max-body)");
  }

  /** As Main has it: of two locations the earlier wins. */
  private Settings settings() {
    DefaultCamelContext context = new DefaultCamelContext();
    context
        .getPropertiesComponent()
        .setLocation(
            "file:%1$s/application-test.properties;optional=true,file:%1$s/application.properties;optional=true"
                .formatted(folder));
    return new Settings(context, Map.of());
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
