package io.github.wechatgateway.sandbox.state;

import static io.github.wechatgateway.sandbox.TestPlatform.CLUB;
import static io.github.wechatgateway.sandbox.TestPlatform.SHOP;
import static io.github.wechatgateway.sandbox.TestPlatform.USER;
import static io.github.wechatgateway.sandbox.state.Permission.GRANTED;
import static io.github.wechatgateway.sandbox.state.Permission.TOO_LATE;
import static io.github.wechatgateway.sandbox.state.Permission.TYPING_ALREADY;
import static io.github.wechatgateway.sandbox.state.Permission.UNKNOWN_USER;
import static io.github.wechatgateway.sandbox.state.Permission.UNSUBSCRIBED;
import static io.github.wechatgateway.sandbox.state.Permission.USED_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.sandbox.TestPlatform;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {
  private final MovableClock clock = TestPlatform.clock();
  private final Users users = new Users(5, 3, 10, clock);

  @ParameterizedTest
  @ValueSource(strings = {"oSandboxUser1", "oSandboxUser2", "oSandboxUser3"})
  void three_users_follow_every_account_from_the_start(String openId) {
    assertThat(users.knows(SHOP, openId)).isTrue();
    assertThat(users.knows(CLUB, openId)).isTrue();
    assertThat(users.takeMessage(SHOP, openId)).isEqualTo(TOO_LATE);
  }

  @Test
  void somebody_else_is_known_once_they_act() {
    assertThat(users.takeMessage(SHOP, "oOther")).isEqualTo(UNKNOWN_USER);

    users.acted("shop", "oOther", "text", "");

    assertThat(users.takeMessage(SHOP, "oOther")).isEqualTo(GRANTED);
    assertThat(users.takeMessage(CLUB, "oOther")).isEqualTo(UNKNOWN_USER);
  }

  @Test
  void a_message_allows_five_messages() {
    users.acted("shop", USER, "text", "");

    expectMessages(5, USED_UP);
    assertThat(users.takeMessage(CLUB, USER)).isEqualTo(TOO_LATE);
    assertThat(users.takeMessage(SHOP, "oSandboxUser2")).isEqualTo(TOO_LATE);
  }

  @Test
  void a_message_allows_them_for_48_hours() {
    users.acted("shop", USER, "image", "");

    clock.advance(Duration.ofDays(2).minusSeconds(1));
    assertThat(users.takeMessage(SHOP, USER)).isEqualTo(GRANTED);
    clock.advance(Duration.ofSeconds(1));
    assertThat(users.takeMessage(SHOP, USER)).isEqualTo(TOO_LATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLICK",
        "click",
        "subscribe",
        "SCAN",
        "scan",
        "scancode_push",
        "scancode_waitmsg"
      })
  void some_events_allow_three_messages_for_a_minute(String event) {
    users.acted("shop", USER, "event", event);
    expectMessages(3, USED_UP);

    users.acted("shop", USER, "EVENT", event);
    clock.advance(Duration.ofSeconds(59));
    assertThat(users.takeMessage(SHOP, USER)).isEqualTo(GRANTED);
    clock.advance(Duration.ofSeconds(1));
    assertThat(users.takeMessage(SHOP, USER)).isEqualTo(TOO_LATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VIEW", "LOCATION", "location_select", "pic_weixin", "ENTER", ""})
  void other_events_allow_none(String event) {
    users.acted("shop", USER, "event", event);

    assertThat(users.takeMessage(SHOP, USER)).isEqualTo(TOO_LATE);
  }

  @Test
  void the_numbers_come_through_the_constructor() {
    var generous = new Users(20, 1, 10, clock);
    generous.acted("shop", USER, "event", "CLICK");
    assertThat(generous.takeMessage(SHOP, USER)).isEqualTo(GRANTED);
    assertThat(generous.takeMessage(SHOP, USER)).isEqualTo(USED_UP);

    generous.acted("shop", USER, "text", "");
    for (int i = 0; i < 20; i++) {
      assertThat(generous.takeMessage(SHOP, USER)).isEqualTo(GRANTED);
    }
    assertThat(generous.takeMessage(SHOP, USER)).isEqualTo(USED_UP);
  }

  @ParameterizedTest
  @CsvSource({
    "text, text, 5",
    "text, event, 5",
    "event, text, 5",
    "event, event, 3",
  })
  void allowances_do_not_add_up(String first, String second, int messages) {
    users.acted("shop", USER, first, "CLICK");
    users.acted("shop", USER, second, "CLICK");

    expectMessages(messages, USED_UP);
  }

  @Test
  void a_click_gives_three_more_once_all_are_used_and_the_48_hours_stay() {
    users.acted("shop", USER, "text", "");
    expectMessages(5, USED_UP);

    users.acted("shop", USER, "event", "CLICK");
    clock.advance(Duration.ofMinutes(2));

    expectMessages(3, USED_UP);
  }

  @Test
  void what_is_left_after_the_time_does_not_come_back() {
    users.acted("shop", USER, "text", "");
    clock.advance(Duration.ofDays(2));
    users.acted("shop", USER, "event", "CLICK");

    expectMessages(3, USED_UP);
  }

  @Test
  void who_unsubscribes_gets_nothing_until_they_follow_again() {
    users.acted("shop", USER, "text", "");
    users.acted("shop", USER, "event", "unsubscribe");
    assertThat(users.takeMessage(SHOP, USER)).isEqualTo(UNSUBSCRIBED);
    assertThat(users.startTyping(SHOP, USER)).isEqualTo(UNSUBSCRIBED);
    assertThat(users.stopTyping(SHOP, USER)).isEqualTo(UNSUBSCRIBED);

    users.acted("shop", USER, "event", "subscribe");
    expectMessages(3, USED_UP);
  }

  @Test
  void typing_wants_a_message_of_the_last_thirty_seconds() {
    assertThat(users.startTyping(SHOP, USER)).isEqualTo(TOO_LATE);
    users.acted("shop", USER, "event", "CLICK");
    assertThat(users.startTyping(SHOP, USER)).isEqualTo(TOO_LATE);

    users.acted("shop", USER, "text", "");
    clock.advance(Duration.ofSeconds(29));
    assertThat(users.startTyping(SHOP, USER)).isEqualTo(GRANTED);
    clock.advance(Duration.ofSeconds(15));
    assertThat(users.startTyping(SHOP, USER)).isEqualTo(TOO_LATE);
  }

  @Test
  void a_message_to_the_user_counts_as_well() {
    users.acted("shop", USER, "text", "");
    clock.advance(Duration.ofMinutes(1));
    users.takeMessage(SHOP, USER);

    assertThat(users.startTyping(SHOP, USER)).isEqualTo(GRANTED);
  }

  @Test
  void typing_shows_for_fifteen_seconds() {
    users.acted("shop", USER, "text", "");
    assertThat(users.startTyping(SHOP, USER)).isEqualTo(GRANTED);
    clock.advance(Duration.ofSeconds(14));
    assertThat(users.startTyping(SHOP, USER)).isEqualTo(TYPING_ALREADY);
    clock.advance(Duration.ofSeconds(1));
    assertThat(users.startTyping(SHOP, USER)).isEqualTo(GRANTED);
  }

  @Test
  void typing_ends_when_it_is_cancelled_or_a_message_is_sent() {
    users.acted("shop", USER, "text", "");
    users.startTyping(SHOP, USER);
    assertThat(users.stopTyping(SHOP, USER)).isEqualTo(GRANTED);
    assertThat(users.startTyping(SHOP, USER)).isEqualTo(GRANTED);

    users.takeMessage(SHOP, USER);
    assertThat(users.startTyping(SHOP, USER)).isEqualTo(GRANTED);
  }

  @Test
  void nobody_types_to_strangers() {
    assertThat(users.startTyping(SHOP, "oOther")).isEqualTo(UNKNOWN_USER);
    assertThat(users.stopTyping(SHOP, "oOther")).isEqualTo(UNKNOWN_USER);
  }

  @Test
  void those_who_did_nothing_for_the_longest_time_are_forgotten() {
    users.acted("shop", "oFirst", "text", "");
    for (int i = 0; i < 10; i++) {
      users.acted("shop", "o" + i, "text", "");
    }

    assertThat(users.knows(SHOP, "oFirst")).isFalse();
    assertThat(users.knows(SHOP, "o0")).isTrue();
    assertThat(users.knows(SHOP, USER)).isTrue();
  }

  private void expectMessages(int number, Permission then) {
    for (int i = 0; i < number; i++) {
      assertThat(users.takeMessage(SHOP, USER)).isEqualTo(GRANTED);
    }
    assertThat(users.takeMessage(SHOP, USER)).isEqualTo(then);
  }
}
