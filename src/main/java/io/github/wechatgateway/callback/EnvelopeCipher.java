package io.github.wechatgateway.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.account.EncodingAesKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;

/**
 * Opens and makes the {@code Encrypt} of an envelope for one key and AppID: AES-256-CBC over 16
 * random bytes, the length of the message in 4, the message, and the AppID, padded to a multiple of
 * 32 bytes.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/dev/push/encryption.html">消息加解密说明</a>
 */
final class EnvelopeCipher {
  private static final int BLOCK =
      32; // WeChat pads to 32 bytes; the JDK's PKCS5Padding knows 16 alone
  private static final int RANDOM = 16;
  private static final int HEAD = RANDOM + Integer.BYTES;
  private static final SecureRandom RANDOMNESS = new SecureRandom();

  /** To make one costs more than to use it; each is back where it was after its use. */
  private final ThreadLocal<Cipher> encrypting;

  private final ThreadLocal<Cipher> decrypting;
  private final byte[] appId;

  EnvelopeCipher(EncodingAesKey key, String appId) {
    this.encrypting = ThreadLocal.withInitial(() -> cipher(Cipher.ENCRYPT_MODE, key));
    this.decrypting = ThreadLocal.withInitial(() -> cipher(Cipher.DECRYPT_MODE, key));
    this.appId = appId.getBytes(UTF_8);
  }

  /**
   * Opens one.
   *
   * @param encrypt Base64
   * @return the message
   * @throws Refused if it was not made with this key for this AppID
   */
  byte[] decrypt(String encrypt) throws Refused {
    byte[] plain = decipher(encrypt);
    int padding = plain.length == 0 ? 0 : plain[plain.length - 1];
    int end = plain.length - padding;
    if (padding < 1 || padding > BLOCK || end < HEAD) {
      throw Refused.forbidden("Encrypt: wrong padding (another EncodingAESKey?)");
    }
    int length = ByteBuffer.wrap(plain).getInt(RANDOM);
    if (length < 0 || length > end - HEAD) {
      throw Refused.forbidden("Encrypt: wrong length (another EncodingAESKey?)");
    }
    byte[] tail = Arrays.copyOfRange(plain, HEAD + length, end);
    if (!MessageDigest.isEqual(tail, appId)) {
      throw Refused.forbidden("Encrypt: the AppID in it is not this account's");
    }
    return Arrays.copyOfRange(plain, HEAD, HEAD + length);
  }

  /** The message as Base64. */
  String encrypt(byte[] message) {
    byte[] random = new byte[RANDOM];
    RANDOMNESS.nextBytes(random);
    return encrypt(message, random);
  }

  String encrypt(byte[] message, byte[] random) {
    int length = HEAD + message.length + appId.length;
    int padding = BLOCK - length % BLOCK;
    byte[] plain = new byte[length + padding];
    ByteBuffer.wrap(plain).put(random).putInt(message.length).put(message).put(appId);
    Arrays.fill(plain, length, plain.length, (byte) padding);
    try {
      return Base64.getEncoder().encodeToString(encrypting.get().doFinal(plain));
    } catch (GeneralSecurityException wholeBlocksNeverFail) {
      throw new IllegalStateException(wholeBlocksNeverFail);
    }
  }

  private byte[] decipher(String encrypt) throws Refused {
    try {
      return decrypting.get().doFinal(Base64.getDecoder().decode(encrypt));
    } catch (IllegalArgumentException noBase64) {
      throw Refused.forbidden("Encrypt: not Base64");
    } catch (GeneralSecurityException noWholeBlocks) {
      decrypting.remove(); // what it holds may not be whole
      throw Refused.forbidden("Encrypt: not a multiple of 16 bytes");
    }
  }

  private static Cipher cipher(int mode, EncodingAesKey key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, key.key(), key.iv());
      return cipher;
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
