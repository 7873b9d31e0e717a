package io.github.wechatgateway.wechat.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.late.OutboxMessage;
import io.github.wechatgateway.late.OutboxMessage.Origin;
import io.github.wechatgateway.late.Result;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.wechat.ErrCode;
import io.github.wechatgateway.wechat.WeChatRefusal;
import io.github.wechatgateway.wechat.WeChatRefusals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a message by what WeChat says. */
class ResultsTest {
  private final List<String> notAuthorized = new ArrayList<>();
  private final Results results = new Results(notAuthorized::add);

  @ParameterizedTest
  @CsvSource({
    "-1, BUSY, TryAgain, TryAgain",
    "0, UNREACHABLE, TryAgain, TryAgain",
    "0, UNREADABLE, TryAgain, TryAgain",
    "0, NO_ROOM, TryAgain, TryAgain",
    "0, NO_THREAD, TryAgain, TryAgain",
    "40001, TOKEN_REFUSED, TryAgain, TryAgain",
    "40013, WRONG_CREDENTIALS, TryAgain, TryAgain",
    "40164, IP_NOT_LISTED, TryAgain, TryAgain",
    "45015, OUTSIDE_WINDOW, Keep, Final",
    "45047, MESSAGES_USED_UP, Keep, Final",
    "48001, NOT_AUTHORIZED, Keep, Final",
    "40003, USER_OUT_OF_REACH, Final, Final",
    "45002, TOO_LONG, Final, Final",
    "48004, BANNED, Final, Final",
    "40007, BAD_MEDIA_ID, Final, Final",
    "47001, BAD_REQUEST, Final, Final",
    "99999, OTHER, Final, Final"
  })
  void an_errcode_says_what_becomes_of_it(int errcode, ErrCode reason, String answer, String api) {
    WeChatRefusal refusal = WeChatRefusals.refusal(errcode, reason);

    assertThat(result(Origin.ANSWER, refusal).getClass().getSimpleName()).isEqualTo(answer);
    assertThat(result(Origin.API, refusal).getClass().getSimpleName()).isEqualTo(api);
  }

  @Test
  void the_reason_and_the_errcode_are_told() {
    WeChatRefusal refusal = WeChatRefusals.refusal(40003, ErrCode.USER_OUT_OF_REACH);

    assertThat(result(Origin.API, refusal))
        .isEqualTo(new Result.Final(String.valueOf(refusal.getMessage()), 40003));
    assertThat(result(Origin.API, WeChatRefusals.refusal(-1, ErrCode.BUSY)))
        .isInstanceOfSatisfying(
            Result.TryAgain.class, again -> assertThat(again.notBefore()).isEqualTo(Duration.ZERO));
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrCode.class,
      names = {"DAILY_QUOTA", "TOO_FREQUENT", "IP_NOT_LISTED", "UNREADABLE"})
  void while_calls_are_paused_it_waits_and_has_not_failed(ErrCode reason) {
    Instant until = Instant.ofEpochSecond(1790000000);

    WeChatRefusal paused = WeChatRefusals.pausing(reason, until);
    assertThat(result(Origin.ANSWER, paused))
        .isEqualTo(new Result.Pause(until, String.valueOf(paused.getMessage()), paused.errcode()));
  }

  @Test
  void an_account_without_the_right_is_told() {
    result(Origin.ANSWER, WeChatRefusals.refusal(48001, ErrCode.NOT_AUTHORIZED));
    result(Origin.ANSWER, WeChatRefusals.refusal(45015, ErrCode.OUTSIDE_WINDOW));

    assertThat(notAuthorized).containsExactly("demo");
  }

  @Test
  void a_reply_that_can_not_be_sent_never_will() {
    assertThat(result(Origin.ANSWER, new BadReply("text.content", "empty", "a text")))
        .isEqualTo(new Result.Final("text.content: empty (expected: a text)", 0));
  }

  @Test
  void what_fails_otherwise_fails_as_it_did() {
    assertThat(results.of(message(Origin.ANSWER), new IllegalStateException()))
        .isCompletedExceptionally();
  }

  private Result result(Origin origin, Exception failed) {
    return results.of(message(origin), failed).toCompletableFuture().join();
  }

  private static OutboxMessage message(Origin origin) {
    return OutboxMessage.of("a", "demo", "oSandboxUser1", origin, "{}", 0);
  }
}
