package io.github.wechatgateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingAesKeyTest {
  private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

  @ParameterizedTest
  @ValueSource(strings = {"A", "B", "C", "D"})
  void the_spare_bits_of_a_key_make_no_difference(String last) {
    var key = new EncodingAesKey(KEY.substring(0, 42) + last);

    assertThat(key.key().getEncoded()).isEqualTo(Base64.getDecoder().decode(KEY + "=")).hasSize(32);
    assertThat(key.key().getEncoded()).startsWith(key.iv().getIV());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "secret-secret-secret-secret-secret-secret-x"})
  void a_key_of_another_shape_is_refused(String characters) {
    assertThatThrownBy(() -> new EncodingAesKey(characters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "EncodingAESKey: %d characters (expected: 43 of Base64)"
                .formatted(characters.length()));
  }
}
