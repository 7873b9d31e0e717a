package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Secret;
import io.github.wechatgateway.account.TokenKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final Account DEMO = DemoAccount.with(TokenKind.STABLE);

  private final SteadyClock clock = new SteadyClock("2024-06-01T04:00:00Z");
  private final List<CompletableFuture<Token>> fetches = new ArrayList<>();
  private final Tokens tokens =
      new Tokens(
          "access-token",
          new LocalTokens(2),
          (account, refused) -> {
            CompletableFuture<Token> fetch = new CompletableFuture<>();
            fetches.add(fetch);
            return fetch;
          },
          Duration.ofMinutes(5),
          clock);

  @Test
  void a_token_is_fetched_once_and_given_until_its_end() {
    var first = tokens.get(DEMO);
    Token token = answer(0, "a");
    clock.advance(Duration.ofSeconds(7199));

    assertThat(now(first)).isEqualTo(token);
    assertThat(now(tokens.get(DEMO))).isEqualTo(token);
    assertThat(fetches).hasSize(1);
  }

  @Test
  void one_that_is_over_is_fetched_anew() {
    tokens.get(DEMO);
    answer(0, "a");
    clock.advance(Duration.ofHours(2));
    var second = tokens.get(DEMO);
    Token next = answer(1, "b");

    assertThat(now(second)).isEqualTo(next);
  }

  @Test
  void all_who_ask_while_one_is_fetched_get_that_one() {
    var asked = IntStream.range(0, 200).mapToObj(i -> tokens.get(DEMO)).toList();
    Token token = answer(0, "a");

    assertThat(asked).allSatisfy(each -> assertThat(now(each)).isEqualTo(token));
    assertThat(fetches).hasSize(1);
  }

  @Test
  void who_comes_with_the_one_that_a_renewal_brings_again_has_another_fetched() {
    tokens.get(DEMO);
    Token refused = answer(0, "a");
    clock.advance(Duration.ofMinutes(119));
    tokens.renewAhead(DEMO);
    var first = tokens.replace(DEMO, refused);
    var second = tokens.replace(DEMO, refused);
    answer(1, "a");
    Token next = answer(2, "b");

    assertThat(now(first)).isEqualTo(next);
    assertThat(now(second)).isEqualTo(next);
    assertThat(fetches).hasSize(3);
  }

  @Test
  void one_is_renewed_ahead_of_its_end_within_the_margin_and_not_before() {
    tokens.renewAhead(DEMO);
    answer(0, "a");
    clock.advance(Duration.ofSeconds(6899));
    tokens.renewAhead(DEMO);
    assertThat(fetches).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    tokens.renewAhead(DEMO);

    Token next = answer(1, "b");
    assertThat(now(tokens.get(DEMO))).isEqualTo(next);
  }

  @Test
  void while_its_renewal_hangs_or_fails_the_old_one_is_given_until_its_end() {
    tokens.get(DEMO);
    Token old = answer(0, "a");
    clock.advance(Duration.ofMinutes(116));
    tokens.renewAhead(DEMO);
    assertThat(now(tokens.get(DEMO))).isEqualTo(old);
    fetches.get(1).completeExceptionally(new IllegalStateException("refused"));
    assertThat(now(tokens.get(DEMO))).isEqualTo(old);
    clock.advance(Duration.ofMinutes(4));
    var asked = tokens.get(DEMO);
    fetches.get(2).completeExceptionally(new IllegalStateException("refused"));

    assertThatThrownBy(() -> now(asked)).hasRootCauseMessage("refused");
  }

  @Test
  void one_that_wechat_refused_is_replaced_unless_it_was_already() {
    tokens.get(DEMO);
    Token refused = answer(0, "a");
    var first = tokens.replace(DEMO, refused);
    Token next = answer(1, "b");
    var late = tokens.replace(DEMO, refused);

    assertThat(now(first)).isEqualTo(next);
    assertThat(now(late)).isEqualTo(next);
    assertThat(fetches).hasSize(2);
  }

  @Test
  void however_many_say_that_the_current_one_failed_it_is_renewed_once() {
    tokens.get(DEMO);
    answer(0, "a");
    var asked =
        IntStream.range(0, 200).mapToObj(i -> tokens.replace(DEMO, new Secret("a"))).toList();
    Token next = answer(1, "b");
    var late = tokens.replace(DEMO, new Secret("a"));

    assertThat(asked).allSatisfy(each -> assertThat(now(each)).isEqualTo(next));
    assertThat(now(late)).isEqualTo(next);
    assertThat(fetches).hasSize(2);
  }

  @Test
  void what_somebody_says_failed_is_never_given_unless_it_was_fetched() {
    var asked = tokens.replace(DEMO, new Secret("invented"));
    Token token = answer(0, "a");

    assertThat(now(asked)).isEqualTo(token);
    assertThat(now(tokens.replace(DEMO, new Secret("invented")))).isEqualTo(token);
    assertThat(fetches).hasSize(1);
  }

  @Test
  void what_was_never_asked_for_is_not_renewed_where_only_what_is_used_is() {
    tokens.renewAheadIfUsed(DEMO);
    assertThat(fetches).isEmpty();
    tokens.get(DEMO);
    answer(0, "a");
    clock.advance(Duration.ofHours(2));
    tokens.renewAheadIfUsed(DEMO);

    assertThat(fetches).hasSize(2);
  }

  @Test
  void a_fetch_that_throws_at_once_does_not_stop_those_to_come() {
    List<Object> asked = new ArrayList<>();
    Tokens broken =
        new Tokens(
            "access-token",
            new LocalTokens(2),
            (account, refused) -> {
              asked.add(account);
              throw new IllegalStateException("broken");
            },
            Duration.ofMinutes(5),
            clock);

    assertThatThrownBy(() -> now(broken.get(DEMO))).hasRootCauseMessage("broken");
    assertThatThrownBy(() -> now(broken.get(DEMO))).hasRootCauseMessage("broken");
    assertThat(asked).hasSize(2);
  }

  @Test
  void a_token_is_shown_nowhere() {
    tokens.get(DEMO);

    assertThat(answer(0, "abc").toString()).contains("***").doesNotContain("abc");
  }

  private Token answer(int fetch, String value) {
    Token token = new Token(new Secret(value), clock.instant().plus(Duration.ofHours(2)));
    fetches.get(fetch).complete(token);
    return token;
  }

  private static Token now(CompletionStage<Token> asked) {
    return asked.toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
  }
}
