package io.github.wechatgateway.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens that one account was given in one way, the newest last. */
final class TokenSeries {
  private static final Duration LIFE = Duration.ofHours(2);

  private final int length;
  private final Map<String, AccessToken> tokens;
  private @Nullable String newest;

  TokenSeries(int length, int remembered) {
    this.length = length;
    this.tokens =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, AccessToken> eldest) {
            return size() > remembered;
          }
        };
  }

  Optional<AccessToken> newest() {
    return Optional.ofNullable(newest).map(tokens::get);
  }

  Optional<AccessToken> find(String value) {
    return Optional.ofNullable(tokens.get(value));
  }

  AccessToken add(Instant now) {
    Instant expiry = now.plus(LIFE);
    var token = new AccessToken("97_" + RandomText.of(length - 3), expiry, expiry);
    tokens.put(token.value(), token);
    newest = token.value();
    return token;
  }

  /** All that there are stop to work then, unless they do so before. */
  void endBy(Instant time) {
    tokens.replaceAll((value, token) -> token.endingBy(time));
  }
}
