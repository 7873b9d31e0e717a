package io.github.wechatgateway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** WeChat's signature and envelope at the lowest cost: for one thread, which reuses everything. */
final class HandCrypto {
  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);
  private static final int HEAD = 20;
  private static final int BLOCK = 32;

  private final byte[] appId;
  private final MessageDigest sha1;
  private final Cipher opening;
  private final Cipher sealing;

  HandCrypto(String aesKey, String appId) throws GeneralSecurityException {
    this.appId = appId.getBytes(UTF_8);
    this.sha1 = MessageDigest.getInstance("SHA-1");
    byte[] key = Base64.getDecoder().decode(aesKey + "=");
    this.opening = cipher(Cipher.DECRYPT_MODE, key);
    this.sealing = cipher(Cipher.ENCRYPT_MODE, key);
  }

  private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
    return cipher;
  }

  /** The signature of these texts, which get sorted, in hexadecimal digits. */
  byte[] signature(String... texts) {
    Arrays.sort(texts);
    for (String text : texts) {
      sha1.update(text.getBytes(ISO_8859_1));
    }
    byte[] digest = sha1.digest();
    byte[] digits = new byte[2 * digest.length];
    for (int i = 0; i < digest.length; i++) {
      digits[2 * i] = HEX[(digest[i] >> 4) & 15];
      digits[2 * i + 1] = HEX[digest[i] & 15];
    }
    return digits;
  }

  /** Whether the signature is that of the texts, compared in constant time. */
  boolean fits(String signature, String... texts) {
    return MessageDigest.isEqual(signature(texts), signature.getBytes(ISO_8859_1));
  }

  /** The message in an Encrypt, once its padding, its length and its AppID are right. */
  byte[] open(String encrypt) throws GeneralSecurityException {
    byte[] plain = opening.doFinal(Base64.getDecoder().decode(encrypt));
    int end = plain.length - plain[plain.length - 1];
    if (end < HEAD || end < plain.length - BLOCK || end >= plain.length) {
      throw new GeneralSecurityException("padding");
    }
    int length = ByteBuffer.wrap(plain).getInt(HEAD - Integer.BYTES);
    if (length < 0 || length > end - HEAD) {
      throw new GeneralSecurityException("length");
    }
    if (!MessageDigest.isEqual(Arrays.copyOfRange(plain, HEAD + length, end), appId)) {
      throw new GeneralSecurityException("AppID");
    }
    return Arrays.copyOfRange(plain, HEAD, HEAD + length);
  }

  /** The message as an Encrypt, in Base64. */
  byte[] seal(byte[] message) throws GeneralSecurityException {
    int length = HEAD + message.length + appId.length;
    int padding = BLOCK - length % BLOCK;
    ByteBuffer plain = ByteBuffer.allocate(length + padding);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    plain.putLong(random.nextLong()).putLong(random.nextLong());
    plain.putInt(message.length).put(message).put(appId);
    Arrays.fill(plain.array(), length, length + padding, (byte) padding);
    return Base64.getEncoder().encode(sealing.doFinal(plain.array()));
  }
}
