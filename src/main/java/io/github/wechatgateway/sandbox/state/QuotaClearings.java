package io.github.wechatgateway.sandbox.state;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * How often accounts reset their quotas: ten times in a month, by Beijing's calendar.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/base/api_clearquota.html">重置API调用次数</a>
 */
public final class QuotaClearings {
  private static final int IN_A_MONTH = 10;
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final InstantSource clock;
  private final Map<OfficialAccount, Clearings> accounts = new HashMap<>();

  public QuotaClearings(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether there was one left. */
  public synchronized boolean take(OfficialAccount account) {
    YearMonth month = YearMonth.from(clock.instant().atZone(BEIJING));
    Clearings last = accounts.get(account);
    int taken = last != null && last.month().equals(month) ? last.taken() : 0;
    if (taken == IN_A_MONTH) {
      return false;
    }
    accounts.put(account, new Clearings(month, taken + 1));
    return true;
  }

  private record Clearings(YearMonth month, int taken) {}
}
