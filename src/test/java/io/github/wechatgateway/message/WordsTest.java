package io.github.wechatgateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"人工 kf@x", " 人工  kf@x ", "\u3000人工\u3000kf@x\u3000", "人工\u00A0\t\r\nkf@x"})
  void words_have_one_space_between_them_and_none_around(String text) {
    assertThat(Words.of(text)).isEqualTo("人工 kf@x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000", "\u00A0\n"})
  void white_space_alone_has_no_words(String text) {
    assertThat(Words.of(text)).isEmpty();
  }
}
