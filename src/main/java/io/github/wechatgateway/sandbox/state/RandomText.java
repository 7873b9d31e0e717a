package io.github.wechatgateway.sandbox.state;

import java.security.SecureRandom;
import java.util.Base64;

/** Random letters, digits, {@code -} and {@code _}, of which WeChat makes its tokens and ids. */
final class RandomText {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  static String of(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes).substring(0, length);
  }
}
