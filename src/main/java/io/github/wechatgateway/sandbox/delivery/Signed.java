package io.github.wechatgateway.sandbox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How WeChat signs: the SHA-1 of the texts, sorted and joined, in lower-case hexadecimal digits.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/guide/dev/push/index.html">消息推送</a>
 */
final class Signed {
  private Signed() {}

  static String with(String... texts) {
    String joined = Stream.of(texts).sorted().collect(Collectors.joining());
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(joined.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
