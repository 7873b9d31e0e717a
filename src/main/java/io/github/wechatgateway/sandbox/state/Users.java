package io.github.wechatgateway.sandbox.state;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who follows the accounts, and when they may be written to.
 *
 * <p>Three users follow every account from the start; others are known once they act. When there
 * are too many, those who did nothing for the longest time are forgotten.
 */
public final class Users {
  /** The OpenIDs of those who follow every account from the start. */
  public static final Set<String> FOLLOWERS =
      Set.of("oSandboxUser1", "oSandboxUser2", "oSandboxUser3");

  private final Allowances allowances;
  private final InstantSource clock;
  private final Map<Key, User> known;

  public Users(int messageAllowance, int eventAllowance, int remembered, InstantSource clock) {
    this.allowances = new Allowances(messageAllowance, eventAllowance);
    this.clock = clock;
    this.known =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, User> eldest) {
            return size() > remembered;
          }
        };
  }

  /**
   * A user wrote to an account, or did what WeChat tells with an event.
   *
   * @param account the account's name
   * @param event the event's name in any case; without meaning unless the type is {@code event}
   */
  public synchronized void acted(String account, String openId, String msgType, String event) {
    User user = known.computeIfAbsent(new Key(account, openId), key -> new User());
    if (!msgType.toLowerCase(Locale.ROOT).equals("event")) {
      user.wrote(clock.instant());
      user.allow(allowances.afterMessage(), clock.instant());
      return;
    }
    switch (event.toLowerCase(Locale.ROOT)) {
      case "unsubscribe" -> user.unsubscribe();
      case "subscribe" -> {
        user.subscribe();
        user.allow(allowances.afterEvent(), clock.instant());
      }
      case "click", "scan", "scancode_push", "scancode_waitmsg" ->
          user.allow(allowances.afterEvent(), clock.instant());
      default -> {}
    }
  }

  /** Whether the account knows this OpenID. */
  public synchronized boolean knows(OfficialAccount account, String openId) {
    return find(account, openId).isPresent();
  }

  /** Takes one customer-service message from what a user's account may send, if that may be. */
  public Permission takeMessage(OfficialAccount account, String openId) {
    return ask(account, openId, user -> user.takeMessage(clock.instant()));
  }

  /** Shows the user for 15 seconds that a text is being typed, if that may be. */
  public Permission startTyping(OfficialAccount account, String openId) {
    return ask(account, openId, user -> user.startTyping(clock.instant()));
  }

  /** Shows it no more. */
  public Permission stopTyping(OfficialAccount account, String openId) {
    return ask(account, openId, User::stopTyping);
  }

  private synchronized Permission ask(
      OfficialAccount account, String openId, Function<User, Permission> question) {
    return find(account, openId).map(question).orElse(Permission.UNKNOWN_USER);
  }

  private Optional<User> find(OfficialAccount account, String openId) {
    var key = new Key(account.name(), openId);
    return Optional.ofNullable(
        FOLLOWERS.contains(openId)
            ? known.computeIfAbsent(key, follower -> new User())
            : known.get(key));
  }

  private record Key(String account, String openId) {}
}
