package io.github.wechatgateway.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.wechatgateway.PublishedEnvelope;
import io.github.wechatgateway.account.EncodingAesKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** Whatever comes as an envelope is opened, or refused by the declared exception. */
public class EnvelopeFuzz {
  private static final PublishedEnvelope TEXT = PublishedEnvelope.TEXT;
  private static final EncodingAesKey KEY = new EncodingAesKey(TEXT.encodingAesKey);
  private static final int AES_BLOCK = 16;

  private final EnvelopeCipher cipher = new EnvelopeCipher(KEY, TEXT.appId);

  @DictionaryEntries({
    "<xml>",
    "</xml>",
    "<Encrypt>",
    "</Encrypt>",
    "<![CDATA[",
    "]]>",
    "<?xml version=\"1.0\"?>",
    " encoding=\"UTF-16\"",
    "<!DOCTYPE",
    "<!ENTITY",
    "<!--",
    "-->",
    "&amp;",
    "&#x",
    "\\xEF\\xBB\\xBF",
    "wx5823bf96d3bd56c7",
    "\\x7F\\xFF\\xFF\\xFF",
    "\\x80\\x00\\x00\\x00",
    "\\x00\\x00\\x00\\x01"
  })
  @FuzzTest
  public void an_envelope_is_opened_or_refused(byte[] input) throws Exception {
    String encrypt = encryptIn(input);
    if (encrypt != null) {
      opened(encrypt);
    }
    openedPlain(input);
    assertThat(cipher.decrypt(cipher.encrypt(input))).isEqualTo(input);
  }

  private static @Nullable String encryptIn(byte[] body) {
    try {
      return EnvelopeReader.encrypt(body);
    } catch (Refused refused) {
      check(refused);
      return null;
    }
  }

  private byte @Nullable [] opened(String encrypt) {
    try {
      return cipher.decrypt(encrypt);
    } catch (Refused refused) {
      check(refused);
      return null;
    }
  }

  /** The input as what was sealed, by one who has the key. */
  private void openedPlain(byte[] input) throws GeneralSecurityException {
    byte[] plain = Arrays.copyOf(input, input.length / AES_BLOCK * AES_BLOCK);
    Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, KEY.key(), KEY.iv());
    byte[] message = opened(Base64.getEncoder().encodeToString(aes.doFinal(plain)));
    if (message != null) {
      assertThat(message).hasSize(ByteBuffer.wrap(plain).getInt(AES_BLOCK));
    }
  }

  private static void check(Refused refused) {
    assertThat(refused.status()).isEqualTo(403);
    assertThat(Objects.requireNonNull(refused.getMessage())).hasSizeLessThan(100);
  }
}
