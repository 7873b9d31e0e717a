package io.github.wechatgateway.account;

import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An account's EncodingAESKey (消息加解密密钥): 32 bytes, written as 43 characters of Base64 without the
 * final {@code =}.
 *
 * <p>The 43rd character has two bits to spare. WeChat makes keys in which they are set, so the
 * decoder must not mind them; the JDK's does not.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/dev/push/encryption.html">消息加解密说明</a>
 */
public final class EncodingAesKey {
  /** What the console gives. */
  static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9+/]{43}");

  private final SecretKeySpec key;
  private final IvParameterSpec iv;

  /**
   * Decodes a key.
   *
   * @throws IllegalArgumentException unless it is 43 characters of Base64
   */
  public EncodingAesKey(String characters) {
    if (!PATTERN.matcher(characters).matches()) {
      throw new IllegalArgumentException(
          "EncodingAESKey: " + characters.length() + " characters (expected: 43 of Base64)");
    }
    byte[] bytes = Base64.getDecoder().decode(characters + "=");
    key = new SecretKeySpec(bytes, "AES");
    iv = new IvParameterSpec(bytes, 0, 16);
  }

  public SecretKeySpec key() {
    return key;
  }

  /** The first 16 bytes of the key: WeChat's choice, the same for all messages. */
  public IvParameterSpec iv() {
    return iv;
  }
}
