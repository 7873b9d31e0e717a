package io.github.wechatgateway.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** An account's user, in 16 bytes that hold nothing of the OpenID. */
public record UserDigest(long high, long low) {

  /** Of the user's OpenID: the same user has another one in each account. */
  public static UserDigest of(String account, String user) {
    ByteBuffer digest = ByteBuffer.wrap(sha256().digest((account + '\0' + user).getBytes(UTF_8)));
    return new UserDigest(digest.getLong(), digest.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
