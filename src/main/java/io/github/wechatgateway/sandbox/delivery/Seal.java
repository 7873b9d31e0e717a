package io.github.wechatgateway.sandbox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeChat's encryption of what travels between it and an account: AES-256-CBC over 16 random bytes,
 * the length of the message in 4, the message and the AppID, padded to a multiple of 32 bytes.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/dev/push/encryption.html">消息加解密说明</a>
 */
final class Seal {
  private static final int BLOCK = 32;
  private static final int RANDOM = 16;
  private static final int HEAD = RANDOM + 4;
  private static final SecureRandom RANDOMNESS = new SecureRandom();

  private final byte[] key;
  private final byte[] appId;

  /**
   * For an account.
   *
   * @param encodingAesKey 43 characters of Base64
   */
  Seal(String encodingAesKey, String appId) {
    this.key = Base64.getDecoder().decode(encodingAesKey + "=");
    this.appId = appId.getBytes(UTF_8);
  }

  /** The message as an {@code Encrypt}. */
  String encrypt(String message) {
    byte[] random = new byte[RANDOM];
    RANDOMNESS.nextBytes(random);
    return encrypt(message, random);
  }

  String encrypt(String message, byte[] random) {
    byte[] bytes = message.getBytes(UTF_8);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(random);
    for (int shift = 24; shift >= 0; shift -= 8) {
      whole.write(bytes.length >>> shift);
    }
    whole.writeBytes(bytes);
    whole.writeBytes(appId);
    int padding = BLOCK - whole.size() % BLOCK;
    for (int i = 0; i < padding; i++) {
      whole.write(padding);
    }
    return Base64.getEncoder().encodeToString(aes(Cipher.ENCRYPT_MODE, whole.toByteArray()));
  }

  /**
   * The message in an {@code Encrypt}.
   *
   * @throws Fault if it was not made by the rules, with this key, for this AppID
   */
  byte[] open(String encrypt) throws Fault {
    byte[] whole = aes(Cipher.DECRYPT_MODE, decode(encrypt));
    int padding = whole[whole.length - 1] & 0xFF;
    int end = whole.length - padding;
    if (padding < 1 || padding > BLOCK || end < HEAD || !isPadded(whole, end, padding)) {
      String found = "padding of " + padding + " bytes";
      throw new Fault("Encrypt", found, "1 to 32, each that number; the account's EncodingAESKey");
    }
    BigInteger length = new BigInteger(1, Arrays.copyOfRange(whole, RANDOM, HEAD));
    int most = end - HEAD;
    if (length.bitLength() > 31 || length.intValue() > most) {
      String rule = "at most " + most + ", in 4 bytes, the highest first";
      throw new Fault("Encrypt", "a message of " + length + " bytes", rule);
    }
    int tail = HEAD + length.intValue();
    if (!Arrays.equals(appId, Arrays.copyOfRange(whole, tail, end))) {
      String found = end - tail + " bytes after the message, which are not the AppID";
      throw new Fault("Encrypt", found, "the account's AppID, " + appId.length + " bytes");
    }
    return Arrays.copyOfRange(whole, HEAD, tail);
  }

  private static byte[] decode(String encrypt) throws Fault {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(encrypt);
    } catch (IllegalArgumentException noBase64) {
      throw new Fault("Encrypt", "not Base64", "its standard alphabet, without line breaks");
    }
    if (bytes.length == 0 || bytes.length % BLOCK != 0) {
      throw new Fault("Encrypt", bytes.length + " bytes", "AES in a multiple of 32 bytes");
    }
    return bytes;
  }

  private static boolean isPadded(byte[] whole, int from, int padding) {
    for (int i = from; i < whole.length; i++) {
      if (whole[i] != padding) {
        return false;
      }
    }
    return true;
  }

  private byte[] aes(int mode, byte[] wholeBlocks) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, RANDOM));
      return cipher.doFinal(wholeBlocks);
    } catch (GeneralSecurityException wholeBlocksNeverFail) {
      throw new IllegalStateException(wholeBlocksNeverFail);
    }
  }
}
