package io.github.wechatgateway.sandbox.state;

import static io.github.wechatgateway.sandbox.TestPlatform.CLUB;
import static io.github.wechatgateway.sandbox.TestPlatform.SHOP;
import static io.github.wechatgateway.sandbox.state.TokenState.EXPIRED;
import static io.github.wechatgateway.sandbox.state.TokenState.MALFORMED;
import static io.github.wechatgateway.sandbox.state.TokenState.NOT_LATEST;
import static io.github.wechatgateway.sandbox.state.TokenState.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.sandbox.TestPlatform;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private final MovableClock clock = TestPlatform.clock();
  private final Tokens tokens = new Tokens(157, 100, clock);

  @ParameterizedTest
  @ValueSource(ints = {64, 136, 157, 512, 1024})
  void a_token_is_as_long_as_was_asked_for(int length) {
    var ofLength = new Tokens(length, 1, clock);

    String token = ofLength.classic(SHOP).value();

    assertThat(token).hasSize(length).matches("[A-Za-z0-9_-]+");
    assertThat(ofLength.use(token).state()).isEqualTo(VALID);
    assertThat(ofLength.stable(SHOP).value()).hasSize(length);
  }

  @Test
  void a_token_is_its_accounts() {
    assertThat(tokens.use(tokens.classic(SHOP).value()).account()).contains(SHOP);
    assertThat(tokens.use(tokens.stable(CLUB).value()).account()).contains(CLUB);
  }

  @Test
  void a_token_shows_in_no_log() {
    var token = tokens.classic(SHOP);

    assertThat(token.toString()).isEqualTo("a token for 7200 s");
    assertThat(token.toString()).doesNotContain(token.value());
  }

  @Test
  void a_token_expires_after_two_hours() {
    String classic = tokens.classic(SHOP).value();
    String stable = tokens.stable(SHOP).value();

    pass(7199);
    assertThat(state(classic)).isEqualTo(VALID);
    assertThat(state(stable)).isEqualTo(VALID);
    pass(1);
    assertThat(state(classic)).isEqualTo(EXPIRED);
    assertThat(state(stable)).isEqualTo(EXPIRED);
  }

  @Test
  void a_classic_fetch_gives_another_token_and_the_one_before_works_for_five_minutes() {
    var first = tokens.classic(SHOP);
    pass(60);
    var second = tokens.classic(SHOP);

    assertThat(second.value()).isNotEqualTo(first.value());
    assertThat(second.expiresIn()).isEqualTo(7200);
    pass(299);
    assertThat(state(first.value())).isEqualTo(VALID);
    pass(1);
    assertThat(state(first.value())).isEqualTo(NOT_LATEST);
    assertThat(state(second.value())).isEqualTo(VALID);
  }

  @Test
  void the_five_minutes_do_not_prolong_a_token() {
    String first = tokens.classic(SHOP).value();
    pass(7100);
    tokens.classic(SHOP);

    pass(99);
    assertThat(state(first)).isEqualTo(VALID);
    pass(1);
    assertThat(state(first)).isEqualTo(EXPIRED);
  }

  @Test
  void a_further_fetch_does_not_prolong_the_five_minutes() {
    String first = tokens.classic(SHOP).value();
    tokens.classic(SHOP);
    pass(200);
    tokens.classic(SHOP);
    pass(100);

    assertThat(state(first)).isEqualTo(NOT_LATEST);
  }

  @Test
  void a_stable_token_stays_the_same_until_five_minutes_before_its_end() {
    var first = tokens.stable(SHOP);
    assertThat(first.expiresIn()).isEqualTo(7200);

    pass(6899);
    var same = tokens.stable(SHOP);
    assertThat(same.value()).isEqualTo(first.value());
    assertThat(same.expiresIn()).isEqualTo(301);

    pass(1);
    var next = tokens.stable(SHOP);
    assertThat(next.value()).isNotEqualTo(first.value());
    assertThat(next.expiresIn()).isEqualTo(7200);
    assertThat(state(first.value())).isEqualTo(VALID);
    pass(300);
    assertThat(state(first.value())).isEqualTo(EXPIRED);
    assertThat(state(next.value())).isEqualTo(VALID);
  }

  @Test
  void a_forced_refresh_ends_the_stable_token_at_once() {
    String first = tokens.stable(SHOP).value();

    var next = tokens.refreshStable(SHOP).orElseThrow();

    assertThat(state(first)).isEqualTo(NOT_LATEST);
    assertThat(state(next.value())).isEqualTo(VALID);
    assertThat(next.expiresIn()).isEqualTo(7200);
    assertThat(tokens.stable(SHOP).value()).isEqualTo(next.value());
  }

  @Test
  void a_forced_refresh_within_thirty_seconds_refreshes_nothing() {
    String first = tokens.refreshStable(SHOP).orElseThrow().value();
    pass(29);
    var same = tokens.refreshStable(SHOP).orElseThrow();

    assertThat(same.value()).isEqualTo(first);
    assertThat(same.expiresIn()).isEqualTo(7171);
    pass(1);
    assertThat(tokens.refreshStable(SHOP).orElseThrow().value()).isNotEqualTo(first);
  }

  @Test
  void there_are_twenty_forced_refreshes_in_a_day_of_beijing() {
    for (int i = 0; i < 20; i++) {
      assertThat(tokens.refreshStable(SHOP)).isPresent();
      pass(30);
    }
    String last = tokens.stable(SHOP).value();

    assertThat(tokens.refreshStable(SHOP)).isEmpty();
    assertThat(state(last)).isEqualTo(VALID);
    assertThat(tokens.refreshStable(CLUB)).isPresent();
    clock.advance(Duration.ofHours(12));
    assertThat(tokens.refreshStable(SHOP)).isPresent();
  }

  @Test
  void classic_and_stable_tokens_do_not_touch_each_other() {
    String classic = tokens.classic(SHOP).value();
    String stable = tokens.stable(SHOP).value();

    tokens.refreshStable(SHOP);
    tokens.classic(CLUB);
    assertThat(state(classic)).isEqualTo(VALID);

    String refreshed = tokens.stable(SHOP).value();
    tokens.classic(SHOP);
    pass(300);
    assertThat(state(refreshed)).isEqualTo(VALID);
    assertThat(state(stable)).isEqualTo(NOT_LATEST);
  }

  @Test
  void a_forgotten_token_is_not_the_latest() {
    var few = new Tokens(64, 2, clock);
    String first = few.classic(SHOP).value();
    String second = few.classic(SHOP).value();
    few.classic(SHOP);

    assertThat(few.use(first)).isEqualTo(new TokenUse(NOT_LATEST, Optional.empty()));
    assertThat(few.use(second).state()).isEqualTo(VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"undefined", "ACCESS_TOKEN", "97_short", "97_ ", "{}"})
  void what_has_not_the_form_of_a_token_is_none(String value) {
    assertThat(state(value)).isEqualTo(MALFORMED);
  }

  private TokenState state(String token) {
    return tokens.use(token).state();
  }

  private void pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }
}
