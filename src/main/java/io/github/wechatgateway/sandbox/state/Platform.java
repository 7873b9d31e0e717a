package io.github.wechatgateway.sandbox.state;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** All that WeChat's servers know. */
public record Platform(
    List<OfficialAccount> accounts,
    Tokens tokens,
    Tickets tickets,
    MediaStore media,
    UploadLimits uploads,
    Users users,
    SentMessages sent,
    QuotaClearings quotaClearings,
    Shown shown,
    InstantSource clock) {

  /**
   * One on which nothing has happened yet.
   *
   * @param shown is told what users get to see, as it happens
   */
  public static Platform of(
      List<OfficialAccount> accounts, PlatformLimits limits, Shown shown, InstantSource clock) {
    return new Platform(
        List.copyOf(accounts),
        new Tokens(limits.tokenLength(), limits.tokens(), clock),
        new Tickets(clock),
        new MediaStore(limits.mediaBytes(), clock),
        limits.uploads(),
        new Users(limits.messageAllowance(), limits.eventAllowance(), limits.users(), clock),
        new SentMessages(limits.sentMessages()),
        new QuotaClearings(clock),
        shown,
        clock);
  }

  public Optional<OfficialAccount> account(String appId) {
    return accounts.stream().filter(account -> account.appId().equals(appId)).findFirst();
  }
}
