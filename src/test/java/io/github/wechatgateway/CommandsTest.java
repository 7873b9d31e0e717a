package io.github.wechatgateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void help_tells_the_commands_and_the_exit_codes() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("check", "--version", "Exit codes:", "warnings alone", "130, 143");
    assertThat(errors.size()).isZero();
  }

  @Test
  void help_of_check_tells_what_it_looks_at() {
    assertThat(run("check", "--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("signed callback", "within 10");
  }

  @Test
  void the_version_names_camel_and_the_jdk() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString(UTF_8))
        .containsPattern("(?m)^wechat-gateway ")
        .containsPattern("(?m)^Apache Camel 4\\.")
        .contains("JDK " + Runtime.version());
  }

  @Test
  void an_unknown_option_is_refused_without_its_value() {
    assertThat(run("--wechat.accounts.shop.app-secret=SECRETBAR")).isEqualTo(2);
    assertThat(errors.toString(UTF_8))
        .startsWith("--wechat.accounts.shop.app-secret=…: unknown option (expected: no argument,")
        .doesNotContain("SECRETBAR");
    assertThat(out.size()).isZero();
  }

  @Test
  void an_unknown_command_is_refused() {
    assertThat(run("chek")).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).startsWith("chek: unmatched argument (expected: ");
  }

  @Test
  void an_argument_after_check_is_refused() {
    assertThat(run("check", "now")).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).startsWith("now: unmatched argument (expected: ");
  }

  private int run(String... arguments) {
    return new Commands(new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8))
        .run(arguments);
  }
}
