package io.github.wechatgateway.late;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static final Instant NOW = Instant.ofEpochSecond(1790000000);
  private static final Instant DUE = NOW.plusSeconds(60);

  private final OutboxMessage first = message("1", "oUser1");
  private final OutboxMessage second = message("2", "oUser1");
  private final OutboxMessage third = message("3", "oUser1");
  private final Lines lines = new Lines(2);

  @Test
  void with_no_line_it_is_everyones_turn() {
    assertThat(lines.turn(first, NOW)).isEmpty();
  }

  @Test
  void a_later_answer_waits_for_the_one_before_it() {
    lines.waits(first, DUE);

    assertThat(lines.turn(second, NOW)).contains(DUE.plusMillis(1));
    lines.waits(second, DUE.plusMillis(1));
    assertThat(lines.turn(third, NOW)).contains(DUE.plusMillis(2));
  }

  @Test
  void the_first_goes_again_even_if_it_comes_late() {
    lines.waits(first, DUE);

    assertThat(lines.turn(first, DUE)).isEmpty();
    assertThat(lines.turn(first, DUE.plusSeconds(3600))).isEmpty();
  }

  @Test
  void when_the_first_waits_once_more_the_second_does_too() {
    lines.waits(first, DUE);
    lines.waits(second, DUE.plusMillis(1));
    lines.waits(first, DUE.plusSeconds(9));

    assertThat(lines.turn(second, DUE.plusMillis(1))).contains(DUE.plusSeconds(9).plusMillis(1));
  }

  @Test
  void when_the_first_has_left_it_is_the_seconds_turn() {
    lines.waits(first, DUE);
    lines.waits(second, DUE.plusMillis(1));
    lines.left(first);

    assertThat(lines.turn(second, DUE.plusMillis(1))).isEmpty();
    assertThat(lines.turn(third, DUE.plusMillis(1))).contains(DUE.plusMillis(2));
  }

  @Test
  void a_first_that_never_comes_back_stops_nobody_for_long() {
    lines.waits(first, DUE);

    assertThat(lines.turn(second, DUE.plusSeconds(9))).isPresent();
    assertThat(lines.turn(second, DUE.plusSeconds(11))).isEmpty();
  }

  @Test
  void other_users_do_not_wait() {
    lines.waits(first, DUE);

    assertThat(lines.turn(message("4", "oUser2"), NOW)).isEmpty();
  }

  @Test
  void there_are_so_many_lines_and_no_more() {
    lines.waits(message("1", "oUser1"), DUE);
    lines.waits(message("1", "oUser2"), DUE);
    lines.waits(message("1", "oUser3"), DUE);

    assertThat(lines.turn(message("2", "oUser2"), NOW)).isPresent();
    assertThat(lines.turn(message("2", "oUser3"), NOW)).isEmpty();
  }

  private static OutboxMessage message(String id, String user) {
    return OutboxMessage.of(id, "shop", user, OutboxMessage.Origin.ANSWER, "{}", 0);
  }
}
