package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.TokenKind;
import io.github.wechatgateway.wechat.FakeWeChat.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTokenTest {
  private static final Account STABLE = DemoAccount.with(TokenKind.STABLE);
  private static final Account CLASSIC = DemoAccount.with(TokenKind.CLASSIC);

  private final FakeWeChat wechat = new FakeWeChat();
  private final FetchToken tokens =
      new FetchToken(wechat.calls(), new Refreshes(wechat.clock), wechat.clock);

  @Test
  void a_stable_token_is_asked_for_without_force() {
    wechat.answers(token("a"));
    Token token = fetch(STABLE, null);

    assertThat(token.value().value()).isEqualTo("a");
    assertThat(token.end()).isEqualTo(Instant.parse("2024-06-01T06:00:00Z"));
    assertThat(wechat.requests)
        .containsExactly(
            "https://first/cgi-bin/stable_token? {\"grant_type\":\"client_credential\",\"appid\":\"wxdemo\",\"secret\":\"s+1\",\"force_refresh\":false}");
  }

  @Test
  void a_classic_token_is_asked_for_with_the_secret_encoded() {
    wechat.answers(token("a"));
    fetch(CLASSIC, null);

    assertThat(wechat.requests)
        .containsExactly(
            "https://first/cgi-bin/token?grant_type=client_credential&appid=wxdemo&secret=s%2B1 ");
  }

  @Test
  void a_token_may_be_long() {
    String value = "x".repeat(2000);
    wechat.answers(token(value));

    assertThat(fetch(STABLE, null).value().value()).isEqualTo(value);
  }

  @Test
  void of_a_refused_stable_token_wechat_may_give_another_without_force() {
    wechat.answers(token("a"), token("b"));
    Token refused = fetch(STABLE, null);

    assertThat(fetch(STABLE, refused).value().value()).isEqualTo("b");
    assertThat(wechat.requests).hasSize(2).noneMatch(request -> request.contains("true"));
  }

  @Test
  void a_refused_stable_token_that_wechat_gives_again_is_refreshed_by_force() {
    wechat.answers(token("a"), token("a"), token("b"));
    Token refused = fetch(STABLE, null);

    assertThat(fetch(STABLE, refused).value().value()).isEqualTo("b");
    assertThat(wechat.requests.get(2)).contains("\"force_refresh\":true");
  }

  @Test
  void a_forced_refresh_that_has_no_answer_is_not_repeated() {
    wechat.answers(token("a"), token("a"), new Status(500, "", ""));
    Token refused = fetch(STABLE, null);

    assertThatThrownBy(() -> fetch(STABLE, refused)).hasRootCauseInstanceOf(WeChatRefusal.class);
    assertThat(forced()).isEqualTo(1);
  }

  @Test
  void a_refresh_is_forced_at_most_every_thirty_seconds() {
    for (int i = 0; i < 3; i++) { // at 0, 29 and 58 seconds
      refuse();
      wechat.clock.advance(Duration.ofSeconds(29));
    }

    assertThat(forced()).isEqualTo(2);
  }

  @Test
  void a_refresh_is_forced_at_most_twenty_times_a_day() {
    for (int i = 0; i < 25; i++) {
      refuse();
      wechat.clock.advance(Duration.ofMinutes(1));
    }
    assertThat(forced()).isEqualTo(20);
    wechat.clock.advance(Duration.ofHours(12));
    refuse();

    assertThat(forced()).isEqualTo(21);
  }

  @Test
  void a_refused_classic_token_is_replaced_at_most_every_thirty_seconds() {
    wechat.answers(token("a"), token("b"), token("c"));
    Token next = fetch(CLASSIC, fetch(CLASSIC, null));
    assertThat(next.value().value()).isEqualTo("b");
    assertThat(fetch(CLASSIC, next)).isEqualTo(next);
    wechat.clock.advance(Duration.ofSeconds(30));

    assertThat(fetch(CLASSIC, next).value().value()).isEqualTo("c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"access_token\":\"a\"}", "{\"access_token\":\"\",\"expires_in\":7200}"})
  void an_answer_without_a_token_is_none(String answer) {
    wechat.answers(answer);

    assertThatThrownBy(() -> fetch(STABLE, null)).hasMessageContaining("no access_token");
  }

  /** WeChat refuses the token that it gives. */
  private void refuse() {
    wechat.always(token("a"));
    fetch(STABLE, fetch(STABLE, null));
  }

  private long forced() {
    return wechat.requests.stream().filter(request -> request.contains("true}")).count();
  }

  private Token fetch(Account account, @Nullable Token refused) {
    return tokens
        .fetch(account, refused)
        .toCompletableFuture()
        .orTimeout(5, TimeUnit.SECONDS)
        .join();
  }

  private static String token(String value) {
    return "{\"access_token\":\"%s\",\"expires_in\":7200}".formatted(value);
  }
}
