package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By which a client says that a request is one that it has made before. The same key of two
 * clients, or for two accounts, is not the same.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 *     Idempotency-Key HTTP Header Field</a>
 */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

  /** Hexadecimal digits of an id: as many as a random one has. */
  private static final int DIGITS = 32;

  private IdempotencyKey() {}

  /**
   * The id of a request, of which {@link #ofUser} makes that of a message.
   *
   * @param key as the client gave it; null gives a random id
   */
  static String id(String client, String account, @Nullable String key) throws ApiProblem {
    if (key == null) {
      return UUID.randomUUID().toString().replace("-", "");
    } else if (!KEY.matcher(key).matches()) {
      String found = key.isEmpty() ? "empty" : key.length() + " characters, or others";
      throw ApiProblem.badRequest(HEADER, found, "1 to 128 visible characters of ASCII");
    }
    // The names have no space in them, nor has the key.
    return digest(client + ' ' + account + ' ' + key);
  }

  /** The id of a request's message: what is sent to another user is another one. */
  static String ofUser(String user, String id) {
    return digest(id + ' ' + user);
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException noSha256) {
      throw new IllegalStateException(noSha256); // every JDK has it
    }
  }
}
