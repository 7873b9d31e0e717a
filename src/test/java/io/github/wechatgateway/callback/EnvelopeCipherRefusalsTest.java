package io.github.wechatgateway.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import io.github.wechatgateway.PublishedEnvelope;
import io.github.wechatgateway.account.EncodingAesKey;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Envelopes that nobody would publish: one answer, and no memory wasted. */
class EnvelopeCipherRefusalsTest {
  private static final String APP_ID = "wx0123456789abcdef";
  private static final EncodingAesKey KEY =
      new EncodingAesKey("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C");
  private static final EnvelopeCipher CIPHER = new EnvelopeCipher(KEY, APP_ID);

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refuses_all_else_with_one_answer(String name, String encrypt) {
    Refused refused = catchThrowableOfType(Refused.class, () -> CIPHER.decrypt(encrypt));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).isEqualTo("forbidden");
    assertThat(refused.getMessage()).startsWith("Encrypt: ").doesNotContain("secret");
    assertThat(refused.getStackTrace()).isEmpty();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("padding 0", sealed(5, "secret" + APP_ID, 0)),
        arguments("padding 33", sealed(6, "secret" + APP_ID, 33)),
        arguments("padding 255", sealed(6, "secret" + APP_ID, 255)),
        arguments("padding longer than all before it", sealed(new byte[16], 17)),
        arguments("length negative", sealed(-1, "secret" + APP_ID, 20)),
        arguments("length least", sealed(Integer.MIN_VALUE, "secret" + APP_ID, 20)),
        arguments("length most", sealed(Integer.MAX_VALUE, "secret" + APP_ID, 20)),
        arguments("length of all that is left", sealed(6 + APP_ID.length(), "secret" + APP_ID, 20)),
        arguments("length one too long", sealed(7 + APP_ID.length(), "secret" + APP_ID, 20)),
        arguments("length one short", sealed(5, "secret" + APP_ID, 20)),
        arguments("another AppID", sealed(6, "secret" + "wx0123456789abcdeF", 20)),
        arguments("no AppID", sealed(6, "secret", 6)),
        arguments("AppID with more behind it", sealed(6, "secret" + APP_ID + "x", 19)),
        arguments("half of the AppID", sealed(6, "secret" + APP_ID.substring(9), 29)),
        arguments("another key", PublishedEnvelope.EVENT.encrypt),
        arguments("no Base64", "secret!"),
        arguments("Base64 of URLs", "_-".repeat(22) + "="),
        arguments("broken Base64", CIPHER.encrypt(new byte[5]) + "="),
        arguments(
            "Base64 with line feeds", CIPHER.encrypt(new byte[5]).replaceFirst("(?<=.)", "\n")),
        arguments("15 bytes", Base64.getEncoder().encodeToString(new byte[15])),
        arguments("33 bytes", Base64.getEncoder().encodeToString(new byte[33])),
        arguments("one block", Base64.getEncoder().encodeToString(new byte[16])),
        arguments("empty", ""),
        arguments("cut off", CIPHER.encrypt(new byte[90]).substring(0, 64)),
        arguments("other characters", "机密😀"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("big")
  void allocates_no_more_than_four_times_what_came(String name, String encrypt) {
    assertThat(allocated(encrypt)).isLessThanOrEqualTo(4L * encrypt.length());
  }

  static Stream<Arguments> big() {
    byte[] big = new byte[48 * 1024];
    return Stream.of(
        arguments("right", CIPHER.encrypt(big)),
        arguments("length most", sealed(Integer.MAX_VALUE, "x".repeat(big.length), 12)),
        arguments("long AppID", sealed(0, "x".repeat(big.length), 12)),
        arguments("noise", Base64.getEncoder().encodeToString(big)),
        arguments("no Base64", "!".repeat(big.length)),
        arguments("no Base64 at its end", Base64.getEncoder().encodeToString(big) + "!"));
  }

  private static long allocated(String encrypt) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) { // the first loads classes
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      open(encrypt);
      long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before);
    }
    return least;
  }

  private static void open(String encrypt) {
    try {
      assertThat(CIPHER.decrypt(encrypt)).isNotNull();
    } catch (Refused expected) {
      assertThat(expected.status()).isEqualTo(403);
    }
  }

  /** An envelope with this length field, message and tail, and as many bytes of padding. */
  private static String sealed(int length, String messageAndTail, int padding) {
    byte[] text = messageAndTail.getBytes(UTF_8);
    ByteBuffer plain = ByteBuffer.allocate(20 + text.length);
    plain.put(new byte[16]).putInt(length).put(text);
    return sealed(plain.array(), padding);
  }

  private static String sealed(byte[] plain, int padding) {
    byte[] padded = Arrays.copyOf(plain, (plain.length + Math.max(padding, 1) + 15) / 16 * 16);
    Arrays.fill(padded, plain.length, padded.length, (byte) padding);
    try {
      Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
      aes.init(Cipher.ENCRYPT_MODE, KEY.key(), KEY.iv());
      return Base64.getEncoder().encodeToString(aes.doFinal(padded));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
