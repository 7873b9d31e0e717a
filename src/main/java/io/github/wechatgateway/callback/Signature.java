package io.github.wechatgateway.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * WeChat's signature: the SHA-1, in lower-case hexadecimal digits, of some texts sorted and joined.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/guide/dev/push/index.html">消息推送</a>
 */
final class Signature {
  private static final MessageDigest SHA_1 = sha1();

  private Signature() {}

  static String of(String... texts) {
    String[] sorted = texts.clone();
    Arrays.sort(sorted);
    return HexFormat.of().formatHex(fresh().digest(String.join("", sorted).getBytes(UTF_8)));
  }

  /** Compares in constant time. */
  static boolean fits(@Nullable String signature, String... texts) {
    return signature != null
        && MessageDigest.isEqual(signature.getBytes(UTF_8), of(texts).getBytes(UTF_8));
  }

  /** A copy of an unused one: to look for the algorithm each time costs more than to use it. */
  private static MessageDigest fresh() {
    try {
      return (MessageDigest) SHA_1.clone();
    } catch (CloneNotSupportedException theJdksOwnCanBeCloned) {
      throw new IllegalStateException(theJdksOwnCanBeCloned);
    }
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
