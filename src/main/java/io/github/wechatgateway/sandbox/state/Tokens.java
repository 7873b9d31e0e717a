package io.github.wechatgateway.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The access tokens (接口调用凭据) of all accounts. Classic and stable ones live side by side.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/base/api_getaccesstoken.html">获取接口调用凭据</a>
 */
public final class Tokens {
  /** How long a classic token works on once another one was fetched. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private static final Pattern FORM = Pattern.compile("[0-9]{1,3}_[A-Za-z0-9_-]{61,}");

  private final int length;
  private final int remembered;
  private final InstantSource clock;
  private final Map<OfficialAccount, OfAccount> accounts = new HashMap<>();

  /**
   * @param length characters of a token, from 64 on
   * @param remembered tokens of an account and a way to fetch them
   */
  public Tokens(int length, int remembered, InstantSource clock) {
    this.length = length;
    this.remembered = remembered;
    this.clock = clock;
  }

  /** A new token, always. */
  public synchronized IssuedToken classic(OfficialAccount account) {
    Instant now = clock.instant();
    TokenSeries classic = of(account).classic();
    classic.endBy(now.plus(OVERLAP));
    return issued(classic.add(now), now);
  }

  /** The token there is, or a new one shortly before its end. */
  public synchronized IssuedToken stable(OfficialAccount account) {
    Instant now = clock.instant();
    return issued(of(account).stable().get(now), now);
  }

  /** A new token, and the end of the old one; none if that happened too often in this day. */
  public synchronized Optional<IssuedToken> refreshStable(OfficialAccount account) {
    Instant now = clock.instant();
    return of(account).stable().refresh(now).map(token -> issued(token, now));
  }

  /** What a token is good for, and for which account. */
  public synchronized TokenUse use(String value) {
    Instant now = clock.instant();
    for (var entry : accounts.entrySet()) {
      var token = entry.getValue().find(value);
      if (token.isPresent()) {
        return new TokenUse(token.get().at(now), Optional.of(entry.getKey()));
      }
    }
    return new TokenUse(
        FORM.matcher(value).matches() ? TokenState.NOT_LATEST : TokenState.MALFORMED,
        Optional.empty());
  }

  private OfAccount of(OfficialAccount account) {
    return accounts.computeIfAbsent(
        account,
        key ->
            new OfAccount(
                new TokenSeries(length, remembered),
                new StableTokens(new TokenSeries(length, remembered))));
  }

  private static IssuedToken issued(AccessToken token, Instant now) {
    return new IssuedToken(token.value(), token.remaining(now).toSeconds());
  }

  private record OfAccount(TokenSeries classic, StableTokens stable) {
    Optional<AccessToken> find(String value) {
      return classic.find(value).or(() -> stable.find(value));
    }
  }
}
