package io.github.wechatgateway.api;

import io.github.wechatgateway.wechat.ErrCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** HTTP's words for what {@link ErrCode} says of a call that WeChat refused. */
final class RefusalStatus {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private RefusalStatus() {}

  /**
   * The status.
   *
   * <ul>
   *   <li>422: WeChat understood, and does not do it for this account, user or request.
   *   <li>429: there were too many.
   *   <li>502: there was no answer of WeChat's to speak of.
   *   <li>503: WeChat takes no calls of this account until people mend it.
   * </ul>
   */
  static int of(ErrCode reason) {
    return switch (reason) {
      case OUTSIDE_WINDOW,
          MESSAGES_USED_UP,
          TOO_LONG,
          USER_OUT_OF_REACH,
          NOT_AUTHORIZED,
          BANNED,
          BAD_MEDIA_ID,
          BAD_REQUEST,
          OTHER ->
          422;
      case DAILY_QUOTA, TOO_FREQUENT, CLEARINGS_USED_UP, NO_ROOM, NO_THREAD -> 429;
      case BUSY, UNREACHABLE, UNREADABLE -> 502;
      case TOKEN_REFUSED,
          WRONG_CREDENTIALS,
          IP_NOT_LISTED,
          IP_NOT_CONFIRMED,
          SECRET_FROZEN,
          ACCOUNT_FROZEN ->
          503;
      case OK, DONE_BEFORE, TYPING -> 500; // these are answers: nobody refuses with them
    };
  }

  /** How long to wait before it makes sense to ask again, where that is known. */
  static Optional<Duration> retryAfter(ErrCode reason, Instant now) {
    return switch (reason) {
      case DAILY_QUOTA -> Optional.of(Duration.between(now, midnight(now)));
      case TOO_FREQUENT -> Optional.of(Duration.ofMinutes(1));
      case NO_ROOM, NO_THREAD -> Optional.of(Duration.ofSeconds(1));
      default -> Optional.empty();
    };
  }

  private static Instant midnight(Instant now) {
    return LocalDate.ofInstant(now, BEIJING).plusDays(1).atStartOfDay(BEIJING).toInstant();
  }
}
