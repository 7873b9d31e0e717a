package io.github.wechatgateway.record;

import static io.github.wechatgateway.record.Verdict.ANSWERS_LOST;
import static io.github.wechatgateway.record.Verdict.BAD_REPLY;
import static io.github.wechatgateway.record.Verdict.DEAD;
import static io.github.wechatgateway.record.Verdict.DROPPED;
import static io.github.wechatgateway.record.Verdict.FAULT_FAILED;
import static io.github.wechatgateway.record.Verdict.FAULT_NOT_STORED;
import static io.github.wechatgateway.record.Verdict.FAULT_TOO_LATE;
import static io.github.wechatgateway.record.Verdict.FOLLOWED;
import static io.github.wechatgateway.record.Verdict.GIVEN;
import static io.github.wechatgateway.record.Verdict.HANDLER_RUNS;
import static io.github.wechatgateway.record.Verdict.HELD_BACK;
import static io.github.wechatgateway.record.Verdict.KEPT;
import static io.github.wechatgateway.record.Verdict.NOTHING_SAID;
import static io.github.wechatgateway.record.Verdict.NO_ANSWER_YET;
import static io.github.wechatgateway.record.Verdict.ON_ITS_WAY;
import static io.github.wechatgateway.record.Verdict.REPLIED;
import static io.github.wechatgateway.record.Verdict.REPLIED_TO_EVENT;
import static io.github.wechatgateway.record.Verdict.REST_LOST;
import static io.github.wechatgateway.record.Verdict.REST_ON_ITS_WAY;
import static io.github.wechatgateway.record.Verdict.WAITS_FOR_HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.observe.MessageMeters;
import io.github.wechatgateway.record.After.What;
import io.github.wechatgateway.record.Try.Answer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a record says that the user saw, and why. */
class JudgeTest {
  private static final long BEGAN = 1_718_000_137_000L;
  private static final Set<Verdict> GIVEN_SOMEWHERE = EnumSet.noneOf(Verdict.class);

  private final MessageRecord record = record(true);

  @Test
  void a_reply_in_time_was_seen() {
    tried(1, Answer.REPLY);

    assertThat(verdict()).isEqualTo(REPLIED);
  }

  @Test
  void that_to_an_event_may_not_be_shown() {
    MessageRecord event = record(false);
    event.came(1, 0).answered(Answer.REPLY);

    assertThat(verdict(event, 0)).isEqualTo(REPLIED_TO_EVENT);
  }

  @Test
  void an_empty_answer_of_a_handler_is_nothing() {
    tried(1, Answer.EMPTY);

    assertThat(verdict()).isEqualTo(NOTHING_SAID);
  }

  @Test
  void a_reply_that_wechat_would_not_show_is_named() {
    tried(1, Answer.EMPTY);
    record.then(What.BAD_REPLY);

    assertThat(verdict()).isEqualTo(BAD_REPLY);
  }

  @Test
  void as_long_as_its_tries_may_come_nothing_is_decided() {
    tried(1, Answer.OPEN);

    assertThat(verdict(record, 19_000)).isEqualTo(NO_ANSWER_YET);
    assertThat(verdict(record, 21_000)).isEqualTo(FAULT_TOO_LATE);
  }

  @Test
  void a_reply_to_the_second_try_was_seen() {
    tried(1, Answer.OPEN);
    tried(2, Answer.REPLY);

    assertThat(verdict()).isEqualTo(REPLIED);
  }

  @Test
  void a_late_answer_is_followed_on_its_way() {
    tried(1, Answer.EMPTY);
    record.late(Lateness.Why.NOT_IN_TIME);
    assertThat(verdict()).isEqualTo(HANDLER_RUNS);

    record.then(What.OUTBOX);
    assertThat(verdict()).isEqualTo(ON_ITS_WAY);
    record.then(What.REPEATED);
    assertThat(verdict()).isEqualTo(ON_ITS_WAY);
    record.then(What.HELD_BACK);
    assertThat(verdict()).isEqualTo(HELD_BACK);
    record.then(What.PART_SENT);
    assertThat(verdict()).isEqualTo(ON_ITS_WAY);
    record.then(What.SENT);
    assertThat(verdict()).isEqualTo(FOLLOWED);
  }

  @Test
  void a_late_handler_that_says_nothing_leaves_nothing() {
    tried(1, Answer.EMPTY);
    record.late(Lateness.Why.NOT_IN_TIME);
    record.then(What.NOTHING_SAID);

    assertThat(verdict()).isEqualTo(NOTHING_SAID);
  }

  @Test
  void a_message_that_waits_for_its_handler_says_so_until_it_runs() {
    tried(1, Answer.EMPTY);
    record.late(Lateness.Why.FAILED);
    record.then(What.WAITS_FOR_HANDLER);
    assertThat(verdict()).isEqualTo(WAITS_FOR_HANDLER);

    record.began();
    assertThat(verdict()).isEqualTo(HANDLER_RUNS);
  }

  @Test
  void what_is_kept_waits_for_the_user_and_is_given_or_dropped() {
    tried(3, Answer.LATE_TEXT);
    record.late(Lateness.Why.NOT_IN_TIME);
    record.then(What.KEPT);
    assertThat(verdict()).isEqualTo(KEPT);
    record.then(What.PART_GIVEN);
    assertThat(verdict()).isEqualTo(KEPT);
    record.then(What.GIVEN);
    assertThat(verdict()).isEqualTo(GIVEN);
    record.then(What.DROPPED);
    assertThat(verdict()).isEqualTo(DROPPED);
  }

  @Test
  void a_dead_letter_was_not_seen() {
    tried(1, Answer.EMPTY);
    record.then(What.DEAD);

    assertThat(verdict()).isEqualTo(DEAD);
  }

  @Test
  void the_rest_of_a_long_answer_is_on_its_way_sent_or_lost() {
    tried(1, Answer.REPLY);
    record.then(What.OUTBOX);
    assertThat(verdict()).isEqualTo(REST_ON_ITS_WAY);
    record.then(What.SENT);
    assertThat(verdict()).isEqualTo(REPLIED);
    record.then(What.DEAD);
    assertThat(verdict()).isEqualTo(REST_LOST);
  }

  @Test
  void three_tries_without_an_answer_are_a_fault() {
    tried(1, Answer.OPEN);
    tried(2, Answer.OPEN);
    tried(3, Answer.CLOSED);

    assertThat(verdict()).isEqualTo(FAULT_TOO_LATE);
  }

  @Test
  void an_answer_after_five_seconds_is_none() {
    record.came(3, 5_000).answered(Answer.EMPTY);

    assertThat(verdict()).isEqualTo(FAULT_TOO_LATE);
  }

  @Test
  void a_disk_that_takes_nothing_is_the_reason_of_a_fault() {
    tried(3, Answer.UNAVAILABLE);

    assertThat(verdict()).isEqualTo(FAULT_NOT_STORED);
  }

  @Test
  void so_is_a_handler_that_failed_and_a_door_that_did() {
    record.began().ended(Run.End.FAILED, "on-text", "java.lang.IllegalStateException");
    tried(3, Answer.OPEN);
    assertThat(verdict()).isEqualTo(FAULT_FAILED);

    MessageRecord door = record(true);
    Try one = door.came(3, 0);
    one.answered(Answer.REPLY);
    one.failed();
    assertThat(verdict(door, 0)).isEqualTo(FAULT_FAILED);
  }

  @Test
  void tries_that_follow_an_answer_at_once_count_as_the_next() {
    SimpleMeterRegistry counted = new SimpleMeterRegistry();
    MessageRecord counting = record(true, new MessageMeters(counted));
    for (int i = 0; i < Try.LAST; i++) {
      counting.came(1, 0).answered(Answer.UNAVAILABLE);
    }

    assertThat(verdict(counting, 0)).isEqualTo(FAULT_NOT_STORED);
    assertThat(counted.counter("wechat_faults", "account", "demo").count()).isEqualTo(1);
  }

  @Test
  void a_late_text_was_seen_in_place_of_nothing() {
    tried(3, Answer.LATE_TEXT);
    record.then(What.KEPT);
    assertThat(seen()).isEqualTo(Seen.LATE_TEXT);
    record.then(What.GIVEN);
    assertThat(seen()).isEqualTo(Seen.REPLY);
    record.then(What.DROPPED);
    assertThat(seen()).isEqualTo(Seen.LATE_TEXT);
  }

  @Test
  void answers_that_wechat_asks_for_again_get_lost_on_the_way() {
    tried(1, Answer.REPLY);
    tried(2, Answer.REPLY);
    assertThat(verdict()).isEqualTo(REPLIED);
    tried(3, Answer.REPLY);

    assertThat(verdict()).isEqualTo(ANSWERS_LOST);
  }

  @Test
  void copies_that_come_at_once_are_no_sign_of_that() {
    List<Try> copies = Stream.generate(() -> record.came(1, 0)).limit(3).toList();
    copies.forEach(copy -> copy.answered(Answer.REPLY));

    assertThat(verdict()).isEqualTo(REPLIED);
  }

  @Test
  void what_came_out_of_its_queue_after_a_restart_has_no_tries() {
    record.late(Lateness.Why.RESTART);
    assertThat(verdict()).isEqualTo(HANDLER_RUNS);

    record.then(What.SENT);
    assertThat(verdict()).isEqualTo(FOLLOWED);
  }

  @AfterAll
  static void each_verdict_was_given_and_says_something_else() {
    assertThat(GIVEN_SOMEWHERE).containsExactlyInAnyOrder(Verdict.values());
    assertThat(Verdict.values()).extracting(Verdict::english).doesNotHaveDuplicates();
    assertThat(Verdict.values()).extracting(Verdict::chinese).doesNotHaveDuplicates();
  }

  private void tried(int number, Answer answer) {
    record.came(number, 0).answered(answer);
  }

  private Verdict verdict() {
    return verdict(record, 0);
  }

  private static Verdict verdict(MessageRecord record, long later) {
    Verdict verdict = Judge.judge(record.look(), BEGAN + later);
    GIVEN_SOMEWHERE.add(verdict);
    return verdict;
  }

  private Seen seen() {
    return verdict().seen().orLateText(record.look());
  }

  private static MessageRecord record(boolean shown) {
    return record(shown, MessageRecord.UNSEEN);
  }

  private static MessageRecord record(boolean shown, MessageMeters meters) {
    About nothing = About.nothing();
    About about = new About("demo", "key", "", 0, "text", "", "text", nothing.user(), shown);
    return new MessageRecord(about, meters, () -> Instant.ofEpochMilli(BEGAN));
  }
}
