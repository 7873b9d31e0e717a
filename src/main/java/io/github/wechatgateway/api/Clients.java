package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.account.Secret;
import io.github.wechatgateway.config.Settings;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The organisation's programs that may use the API, each with a bearer key of its own. */
public final class Clients {
  private static final String PREFIX = "wechat.gateway-api.keys";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
  private static final Pattern KEY = Pattern.compile("[!-~]{16,256}");

  private final List<Client> clients = new ArrayList<>();

  /**
   * One of them.
   *
   * @param digest SHA-256 of its key, in hex
   */
  private record Client(String name, Secret digest) {}

  private Clients() {}

  /**
   * Reads all {@code wechat.gateway-api.keys.*}; what is wrong with them is noted in the settings.
   */
  public static Clients from(Settings settings) {
    Clients clients = new Clients();
    for (String name : settings.below(PREFIX)) {
      String setting = PREFIX + "." + name;
      Optional<String> key =
          settings.text(setting, KEY, "16 to 256 letters, digits and signs of ASCII");
      if (!NAME.matcher(name).matches()) {
        settings.wrong(setting, "a name with other characters", "lower-case letters and digits");
      } else if (key.isPresent()) {
        clients.add(name, key.get(), settings);
      }
    }
    return clients;
  }

  private void add(String name, String key, Settings settings) {
    Optional<String> other = nameOf(key);
    if (other.isPresent()) {
      settings.wrong(
          PREFIX + "." + name, "the key of " + PREFIX + "." + other.get(), "a key of its own");
    } else {
      clients.add(new Client(name, new Secret(HexFormat.of().formatHex(digest(key)))));
    }
  }

  /** Whether nobody may use the API: then it is off. */
  boolean isEmpty() {
    return clients.isEmpty();
  }

  /**
   * The name of the client that has a key. It takes as long whichever key it is, and whether it is
   * one: digests are compared, all of them.
   */
  Optional<String> nameOf(String key) {
    byte[] digest = digest(key);
    Optional<String> found = Optional.empty();
    for (Client client : clients) {
      byte[] known = HexFormat.of().parseHex(client.digest().value());
      found = MessageDigest.isEqual(known, digest) ? Optional.of(client.name()) : found;
    }
    return found;
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) { // every Java has it
      throw new IllegalStateException(impossible);
    }
  }
}
