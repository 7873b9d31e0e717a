package io.github.wechatgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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

  @Test
  void a_folder_that_can_not_be_is_a_problem() throws IOException {
    Settings settings = settings();

    assertThat(settings.folder(KEY, "secret\0")).isEqualTo(Path.of(""));

    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly(KEY + ": a name that no file can have here (expected: a folder)");
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

  @Test
  void a_variable_that_nobody_reads_is_told_with_its_nearest() throws IOException {
    write("application.properties", "wechat.test.other={{env:WECHAT_MY_OWN:x}}");
    Map<String, String> environment = new HashMap<>();
    environment.put("WECHAT_TEST_SOM_KEY", "secret");
    for (String allowed :
        List.of(
            "WECHAT_TEST_SOME_KEY",
            "WECHAT_MY_OWN",
            "WECHAT_LISTEN",
            "WECHAT_LISTEN_HOST",
            "WECHAT_MANAGEMENT_LISTEN",
            "WECHAT_MANAGEMENT_LISTEN_HOST",
            "WECHAT_SERVICE_HOST",
            "WECHAT_GATEWAY_SERVICE_PORT_HTTP",
            "WECHAT_GATEWAY_PORT",
            "WECHAT_GATEWAY_PORT_8080_TCP_ADDR")) {
      environment.put(allowed, "x");
    }
    Settings settings = settings(environment);
    settings.text(KEY, LETTERS, "letters");
    settings.text("wechat.test.other", LETTERS, "letters");

    settings.refuseUnread("wechat.");

    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "WECHAT_TEST_SOM_KEY: unknown variable"
                + " (expected: a key of config/application.properties, upper case, . and - as _;"
                + " the nearest is WECHAT_TEST_SOME_KEY)");
  }

  @Test
  void what_is_not_there_yet_is_said_in_words_and_never_offered() throws IOException {
    write("application.properties", "wechat.queue=secret\nwechat.tset=secret");
    Settings settings = settings(Map.of("WECHAT_STATE", "secret"));
    settings.text(KEY, LETTERS, "letters");
    settings.notYet("wechat.queue", "queue");
    settings.notYet("wechat.state", "state");
    settings.notYet("wechat.test", "tests");

    settings.refuseUnread("wechat.");

    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "wechat.queue: set (expected: unset, for this version has no queue yet)",
            "wechat.state: set (expected: unset, for this version has no state yet)",
            "wechat.tset: unknown key (expected: a key of config/application.properties;"
                + " the nearest is wechat.test.some-key)");
  }

  @Test
  void every_wrong_key_of_camels_is_told_at_once_without_its_value() throws IOException {
    write(
        "application.properties",
        """
        camel.main.name=fine
        camel.health.initialState=down
        camel.metrics.enabled=true
        camel.component.direct.block=false
        camel.main.foo=secret
        camel.server.bar=secret
        camel.mian.name=secret
        camel.component.direct.baz=secret
        camel.component.direct.timeout=secret
        camel.main.shutdownTimeout=secret
        """);
    Settings settings = settings();

    settings.refuseWrongKeysOfCamel();

    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "camel.component.direct.baz: unknown key (expected: a key of Camel's)",
            "camel.component.direct.timeout: 6 characters: letters (expected: what Camel takes for"
                + " this key)",
            "camel.main.foo: unknown key (expected: a key of Camel's)",
            "camel.main.shutdownTimeout: 6 characters: letters (expected: what Camel takes for this"
                + " key)",
            "camel.mian.name: unknown key (expected: a key of Camel's)",
            "camel.server.bar: unknown key (expected: a key of Camel's)");
  }

  @Test
  void a_malformed_file_is_told_with_its_line() throws IOException {
    write("application.properties", "# \\uZZ\na=\\\\uZZ\nb=secret\\uZZ\n");
    String file = folder.resolve("application.properties").toString();

    assertThat(PropertyFile.problem(file))
        .hasToString(
            "Optional["
                + file
                + ":3: a malformed \\u (expected: \\u and four hexadecimal digits)]");
  }

  @Test
  void a_byte_order_mark_is_told_which_would_be_a_part_of_the_first_key() throws IOException {
    write("application.properties", "\ufeffwechat.callback.max-age=1\n");
    String file = folder.resolve("application.properties").toString();

    assertThat(PropertyFile.problem(file))
        .hasToString(
            "Optional["
                + file
                + ":1: a byte order mark (BOM) (expected: a file that is saved without one)]");
  }

  @Test
  void two_servers_cannot_share_a_port() {
    Settings settings = settings();
    Address any = new Address("0.0.0.0", 8080);

    any.refuseSharing(new Address("127.0.0.1", 8080), "camel.a", "camel.b", settings);
    any.refuseSharing(new Address("127.0.0.1", 8081), "camel.a", "camel.b", settings);

    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "camel.a.port: the port of camel.b.port (expected: a port of its own, or another"
                + " address)");
  }

  /** As Main has it: of two locations the earlier wins. */
  private Settings settings() {
    return settings(Map.of());
  }

  private Settings settings(Map<String, String> environment) {
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
