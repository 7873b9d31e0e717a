package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * How often a token may be replaced before its end. WeChat allows {@code force_refresh} every 30
 * seconds and 20 times a day; classic tokens, of which there are 2,000 a day, are to last for two
 * programs that take them away from each other.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html">获取稳定版接口调用凭据</a>
 */
final class Refreshes {
  private static final Duration APART = Duration.ofSeconds(30);
  private static final int STABLE_A_DAY = 20;
  private static final int CLASSIC_A_DAY = 1000;
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final InstantSource clock;
  private final Map<String, Last> ofAccounts = new HashMap<>();

  private record Last(Instant at, int today) {}

  Refreshes(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether there may be one now, which is then counted. */
  synchronized boolean allow(Account account) {
    Instant now = clock.instant();
    Last last = ofAccounts.getOrDefault(account.name(), new Last(Instant.EPOCH, 0));
    int today = day(last.at()).equals(day(now)) ? last.today() : 0;
    if (now.isBefore(last.at().plus(APART)) || today >= most(account)) {
      return false;
    }
    ofAccounts.put(account.name(), new Last(now, today + 1));
    return true;
  }

  private static int most(Account account) {
    return account.accessToken() == TokenKind.STABLE ? STABLE_A_DAY : CLASSIC_A_DAY;
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, BEIJING);
  }
}
