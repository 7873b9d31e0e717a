package io.github.wechatgateway.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.PublishedEnvelope;
import io.github.wechatgateway.account.EncodingAesKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against envelopes that were published. */
class EnvelopeCipherTest {
  private static final String APP_ID = "wx0123456789abcdef";
  private static final EncodingAesKey KEY =
      new EncodingAesKey("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C");
  private static final EnvelopeCipher CIPHER = new EnvelopeCipher(KEY, APP_ID);

  @ParameterizedTest
  @EnumSource
  void opens_what_was_published(PublishedEnvelope it) throws Refused {
    assertThat(cipher(it).decrypt(it.encrypt)).asString(UTF_8).isEqualTo(it.message);
  }

  @ParameterizedTest
  @EnumSource
  void makes_what_was_published(PublishedEnvelope it) {
    assertThat(cipher(it).encrypt(it.message.getBytes(UTF_8), it.random.getBytes(UTF_8)))
        .isEqualTo(it.encrypt);
  }

  private static EnvelopeCipher cipher(PublishedEnvelope it) {
    return new EnvelopeCipher(new EncodingAesKey(it.encodingAesKey), it.appId);
  }

  @Test
  void opens_what_it_made_whatever_its_length() throws Refused {
    Set<Integer> paddings = new HashSet<>();
    for (int length = 0; length <= 100; length++) {
      byte[] message = new byte[length];
      Arrays.fill(message, (byte) 'x');

      assertThat(CIPHER.decrypt(CIPHER.encrypt(message))).isEqualTo(message);

      paddings.add(32 - (20 + length + APP_ID.length()) % 32);
    }
    assertThat(paddings).hasSize(32); // each kind of padding was among them
  }

  @Test
  void makes_another_envelope_each_time() {
    assertThat(CIPHER.encrypt(new byte[5])).isNotEqualTo(CIPHER.encrypt(new byte[5]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B", "C", "D"})
  void the_spare_bits_of_the_keys_last_character_make_no_difference(String last) throws Refused {
    String first42 = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2";
    var cipher = new EnvelopeCipher(new EncodingAesKey(first42 + last), APP_ID);

    assertThat(cipher.decrypt(CIPHER.encrypt(new byte[7]))).isEqualTo(new byte[7]);
  }
}
