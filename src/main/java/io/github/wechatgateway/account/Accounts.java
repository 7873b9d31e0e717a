package io.github.wechatgateway.account;

import static io.github.wechatgateway.account.Encryption.PLAIN;
import static io.github.wechatgateway.account.Encryption.SAFE;
import static io.github.wechatgateway.account.LateReply.CUSTOMER_SERVICE;
import static io.github.wechatgateway.account.TokenKind.STABLE;

import io.github.wechatgateway.config.Settings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The accounts of the configuration, by their names. */
public final class Accounts {
  private static final String PREFIX = "wechat.accounts";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
  private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern APP_SECRET = Pattern.compile("[!-~]{1,128}");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{3,32}");

  private final Map<String, Account> byName;

  private Accounts(Map<String, Account> byName) {
    this.byName = byName;
  }

  /** Reads all {@code wechat.accounts.*} keys; what is wrong with them is noted in the settings. */
  public static Accounts from(Settings settings) {
    Map<String, Account> accounts = new LinkedHashMap<>();
    for (String name : settings.names(PREFIX)) {
      if (NAME.matcher(name).matches()) {
        accounts.put(name, account(name, settings));
      } else {
        settings.wrong(
            PREFIX + "." + name, "a name with other characters", "lower-case letters and digits");
      }
    }
    if (accounts.isEmpty()) {
      settings.wrong(
          PREFIX + ".<name>.app-id",
          "no account",
          "app-id, app-secret and token of at least one account, from 公众平台 > 设置与开发 > 基本配置");
    }
    return new Accounts(accounts);
  }

  private static Account account(String name, Settings settings) {
    String prefix = PREFIX + "." + name + ".";
    String encryptionKey = prefix + "encryption";
    List<EncodingAesKey> keys =
        Stream.of(
                aesKey(prefix + "encoding-aes-key", settings),
                aesKey(prefix + "encoding-aes-key-previous", settings))
            .flatMap(Optional::stream)
            .toList();
    Encryption encryption =
        settings.choice(encryptionKey, Encryption.class).orElse(keys.isEmpty() ? PLAIN : SAFE);
    if (keys.isEmpty() && encryption != PLAIN) {
      settings.wrong(
          prefix + "encoding-aes-key",
          "missing",
          "43 letters or digits, for " + encryptionKey + " is not plain");
    }
    return new Account(
        name,
        settings.required(
            prefix + "app-id", APP_ID, "the AppID, such as wx and 16 letters or digits"),
        new Secret(
            settings.required(
                prefix + "app-secret", APP_SECRET, "the AppSecret, usually 32 letters or digits")),
        new Secret(
            settings.required(
                prefix + "token", TOKEN, "3 to 32 letters or digits, as in 令牌(Token)")),
        settings.choice(prefix + "access-token", TokenKind.class).orElse(STABLE),
        keys,
        encryption,
        settings.choice(prefix + "late-reply", LateReply.class).orElse(CUSTOMER_SERVICE),
        settings.text(prefix + "late-text", Settings.ANYTHING, "a text").orElse(""));
  }

  private static Optional<EncodingAesKey> aesKey(String key, Settings settings) {
    return settings
        .text(key, EncodingAesKey.PATTERN, "43 letters or digits, as in 消息加解密密钥(EncodingAESKey)")
        .map(EncodingAesKey::new);
  }

  public @Nullable Account byName(String name) {
    return byName.get(name);
  }

  public Collection<Account> all() {
    return byName.values();
  }
}
