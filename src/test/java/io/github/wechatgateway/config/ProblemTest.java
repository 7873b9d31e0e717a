package io.github.wechatgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  @Test
  void it_says_where_what_and_what_else() {
    assertThat(new Problem("wechat.x", "missing", "a number"))
        .hasToString("wechat.x: missing (expected: a number)");
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty",
    "a, 1 character: letters",
    "aB, 2 characters: letters",
    "42, 2 characters: digits",
    "a1, '2 characters: letters, digits'",
    "'a 1', '3 characters: letters, digits, white space'",
    "'a 1!', '4 characters: letters, digits, white space, other characters'",
    "密钥, 2 characters: other characters",
    "😀, 1 character: other characters",
    "' ', 1 character: white space",
    "'\t\n', 2 characters: white space",
  })
  void a_value_is_told_by_its_shape(String value, String shape) {
    assertThat(Problem.shapeOf(value)).isEqualTo(shape);
  }
}
