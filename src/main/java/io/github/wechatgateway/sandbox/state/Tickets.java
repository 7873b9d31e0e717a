package io.github.wechatgateway.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The tickets (临时票据) with which web pages use the JS-SDK or cards. The same one is given out until
 * its two hours are over.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/guide/h5/jssdk.html#62">JS-SDK 附录1:
 *     获取api_ticket</a>
 */
public final class Tickets {
  private static final Duration LIFE = Duration.ofHours(2);
  private static final int LENGTH = 86;

  private final InstantSource clock;
  private final Map<Key, Ticket> newest = new HashMap<>();

  public Tickets(InstantSource clock) {
    this.clock = clock;
  }

  /** The ticket of this kind that there is, or a new one. */
  public synchronized IssuedToken get(OfficialAccount account, Kind kind) {
    Instant now = clock.instant();
    Ticket ticket =
        newest.compute(
            new Key(account, kind),
            (key, last) ->
                last != null && now.isBefore(last.end())
                    ? last
                    : new Ticket(RandomText.of(LENGTH), now.plus(LIFE)));
    return new IssuedToken(ticket.value(), Duration.between(now, ticket.end()).toSeconds());
  }

  /** What a ticket is for, by WeChat's names but upper case. */
  public enum Kind {
    JSAPI,
    WX_CARD
  }

  private record Key(OfficialAccount account, Kind kind) {}

  private record Ticket(String value, Instant end) {}
}
