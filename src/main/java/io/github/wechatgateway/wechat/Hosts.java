package io.github.wechatgateway.wechat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which of WeChat's hosts is called: the first, but for a while after it failed, when the next is.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Interface_field_description.html">接口域名说明</a>
 */
final class Hosts {
  private final Supplier<List<URI>> hosts;
  private final Duration returnAfter;
  private final InstantSource clock;
  private int current;
  private Instant returns = Instant.MIN;

  /**
   * For all accounts.
   *
   * @param hosts at least one, the preferred one first; asked for at each call
   * @param returnAfter until the first is called again
   */
  Hosts(Supplier<List<URI>> hosts, Duration returnAfter, InstantSource clock) {
    this.hosts = hosts;
    this.returnAfter = returnAfter;
    this.clock = clock;
  }

  synchronized URI current() {
    if (!clock.instant().isBefore(returns)) {
      current = 0;
    }
    return hosts.get().get(current);
  }

  /** Goes on to the next, unless another call has done so. */
  synchronized void failed(URI host) {
    if (current().equals(host)) {
      current = (current + 1) % hosts.get().size();
      returns = clock.instant().plus(returnAfter);
    }
  }
}
