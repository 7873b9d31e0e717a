package io.github.wechatgateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.wechat.ErrCode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalStatusTest {
  /** 12:00 in Beijing. */
  private static final Instant NOON = Instant.parse("2024-06-01T04:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "OUTSIDE_WINDOW, 422",
    "MESSAGES_USED_UP, 422",
    "TOO_LONG, 422",
    "USER_OUT_OF_REACH, 422",
    "NOT_AUTHORIZED, 422",
    "BANNED, 422",
    "BAD_MEDIA_ID, 422",
    "BAD_REQUEST, 422",
    "OTHER, 422",
    "DAILY_QUOTA, 429",
    "TOO_FREQUENT, 429",
    "CLEARINGS_USED_UP, 429",
    "NO_ROOM, 429",
    "BUSY, 502",
    "UNREACHABLE, 502",
    "UNREADABLE, 502",
    "TOKEN_REFUSED, 503",
    "WRONG_CREDENTIALS, 503",
    "IP_NOT_LISTED, 503",
    "SECRET_FROZEN, 503",
    "ACCOUNT_FROZEN, 503",
  })
  void each_refusal_has_its_status(ErrCode reason, int status) {
    assertThat(RefusalStatus.of(reason)).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(ErrCode.class)
  void what_is_no_refusal_would_be_our_own_failure(ErrCode reason) {
    Set<ErrCode> answers = EnumSet.of(ErrCode.OK, ErrCode.DONE_BEFORE, ErrCode.TYPING);

    assertThat(RefusalStatus.of(reason) == 500).isEqualTo(answers.contains(reason));
  }

  @Test
  void it_is_said_when_to_ask_again_where_that_is_known() {
    assertThat(RefusalStatus.retryAfter(ErrCode.DAILY_QUOTA, NOON)).contains(Duration.ofHours(12));
    assertThat(RefusalStatus.retryAfter(ErrCode.TOO_FREQUENT, NOON))
        .contains(Duration.ofMinutes(1));
    assertThat(RefusalStatus.retryAfter(ErrCode.NO_ROOM, NOON)).contains(Duration.ofSeconds(1));
    assertThat(RefusalStatus.retryAfter(ErrCode.BANNED, NOON)).isEmpty();
  }
}
