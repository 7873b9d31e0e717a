package io.github.wechatgateway.sandbox.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.PublishedEnvelope;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SealTest {
  private static final Seal SEAL = Samples.seal();

  @ParameterizedTest
  @EnumSource
  void a_published_message_encrypts_to_what_was_published(PublishedEnvelope published) {
    byte[] random = published.random.getBytes(US_ASCII);

    assertThat(seal(published).encrypt(published.message, random)).isEqualTo(published.encrypt);
  }

  @ParameterizedTest
  @EnumSource
  void a_published_encrypt_opens_to_its_message(PublishedEnvelope published) throws Fault {
    assertThat(seal(published).open(published.encrypt))
        .asString(UTF_8)
        .isEqualTo(published.message);
  }

  private static Seal seal(PublishedEnvelope published) {
    return new Seal(published.encodingAesKey, published.appId);
  }

  @Test
  void each_encryption_is_another() throws Fault {
    assertThat(SEAL.encrypt("hi")).isNotEqualTo(SEAL.encrypt("hi"));
    assertThat(SEAL.open(SEAL.encrypt("hi"))).asString(UTF_8).isEqualTo("hi");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abc-_                                        | not Base64 (expected: its standard alphabet, without line breaks)
          AAAA                                         | 3 bytes (expected: AES in a multiple of 32 bytes)
          ''                                           | 0 bytes (expected: AES in a multiple of 32 bytes)
          """)
  void what_is_no_aes_is_a_fault(String encrypt, String why) {
    assertThatThrownBy(() -> SEAL.open(encrypt))
        .isInstanceOf(Fault.class)
        .hasMessage("Encrypt: " + why);
  }

  @Test
  void padding_length_and_AppID_must_be_right() throws Exception {
    assertFault(
        "0".repeat(32),
        "Encrypt: padding of 48 bytes (expected: 1 to 32, each that number; the account's EncodingAESKey)");
    assertFault(
        "0".repeat(30) + "\1\2",
        "Encrypt: padding of 2 bytes (expected: 1 to 32, each that number; the account's EncodingAESKey)");
    assertFault(
        "0".repeat(16) + "\0\0\0\14" + "0".repeat(11) + "\1",
        "Encrypt: a message of 12 bytes (expected: at most 11, in 4 bytes, the highest first)");
    assertFault(
        "0".repeat(20) + "0".repeat(11) + "\1",
        "Encrypt: a message of 808464432 bytes (expected: at most 11, in 4 bytes, the highest first)");
    assertFault(
        "0".repeat(16) + "\0\0\0\1" + "0".repeat(11) + "\1",
        "Encrypt: 10 bytes after the message, which are not the AppID (expected: the account's AppID, 18 bytes)");
  }

  private static void assertFault(String inClear, String why) throws Exception {
    byte[] key = Base64.getDecoder().decode("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG=");
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    IvParameterSpec iv = new IvParameterSpec(key, 0, 16);
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), iv);
    byte[] encrypted = cipher.doFinal(inClear.getBytes(US_ASCII));
    assertThatThrownBy(() -> SEAL.open(Base64.getEncoder().encodeToString(encrypted)))
        .isInstanceOf(Fault.class)
        .hasMessage(why);
  }
}
