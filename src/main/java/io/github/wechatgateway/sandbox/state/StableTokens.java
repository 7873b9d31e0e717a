package io.github.wechatgateway.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The stable tokens (稳定版接口调用凭据) of one account.
 *
 * <p>The same token is given out until five minutes before its end; from then on a new one, while
 * the old one works until its end. To force a refresh ends the old one at once. That is allowed 20
 * times in a day; a second one within 30 seconds does not refresh (「否则不会刷新」) and gets the token
 * that there is.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html">获取稳定版接口调用凭据</a>
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/channels/API/windowproduct/getStableAccessToken.html">the
 *     rules of the forced refresh</a>
 */
final class StableTokens {
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(30);
  private static final int REFRESHES_A_DAY = 20;
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final TokenSeries series;
  private Instant refreshable = Instant.MIN;
  private LocalDate day = LocalDate.MIN;
  private int refreshes;

  StableTokens(TokenSeries series) {
    this.series = series;
  }

  Optional<AccessToken> find(String value) {
    return series.find(value);
  }

  AccessToken get(Instant now) {
    return series
        .newest()
        .filter(token -> token.remaining(now).compareTo(AHEAD) > 0)
        .orElseGet(() -> series.add(now));
  }

  /** A new token; the one there is if that is too early; none if there were too many in a day. */
  Optional<AccessToken> refresh(Instant now) {
    if (now.isBefore(refreshable)) {
      return Optional.of(get(now));
    }
    LocalDate today = LocalDate.ofInstant(now, BEIJING);
    if (!today.equals(day)) {
      day = today;
      refreshes = 0;
    }
    if (refreshes == REFRESHES_A_DAY) {
      return Optional.empty();
    }
    refreshes++;
    refreshable = now.plus(BETWEEN_REFRESHES);
    series.endBy(now);
    return Optional.of(series.add(now));
  }
}
