package io.github.wechatgateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.message.Elements;
import io.github.wechatgateway.message.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private static final String USER = "oCanaryUser";

  private final AtomicLong now = new AtomicLong(1_718_000_137_000L);
  private final Records records = records(3);

  @Test
  void a_message_is_found_by_its_id_by_its_user_and_by_its_key() {
    begin("a", "101", USER);
    begin("b", "102", "oSomebodyElse");

    assertThat(keys(records.ofMessage("demo", "101", 9))).containsExactly("a");
    assertThat(keys(records.ofUser("demo", USER, 9))).containsExactly("a");
    assertThat(keys(records.ofKey("demo", "b"))).containsExactly("b");
  }

  @Test
  void that_of_another_account_is_not_found() {
    begin("a", "101", USER);

    assertThat(records.ofMessage("other", "101", 9)).isEmpty();
    assertThat(records.ofUser("other", USER, 9)).isEmpty();
    assertThat(records.ofKey("other", "a")).isEmpty();
  }

  @Test
  void a_message_has_one_record_however_often_it_comes() {
    MessageRecord first = begin("a", "101", USER);

    assertThat(begin("a", "101", USER)).isSameAs(first).isSameAs(records.of("a"));
    assertThat(records.size()).isEqualTo(1);
  }

  @Test
  void the_oldest_make_room_for_the_newest_which_come_first() {
    for (String key : List.of("a", "b", "c", "d", "e")) {
      begin(key, "101", USER);
    }

    assertThat(keys(records.ofUser("demo", USER, 9))).containsExactly("e", "d", "c");
    assertThat(keys(records.ofUser("demo", USER, 2))).containsExactly("e", "d");
    assertThat(records.size()).isEqualTo(3);
  }

  @Test
  void one_that_is_too_old_is_not_found_and_then_forgotten() {
    begin("a", "101", USER);
    now.addAndGet(60_001);
    begin("b", "101", USER);

    assertThat(keys(records.ofUser("demo", USER, 9))).containsExactly("b");
    records.dropTooOld();
    assertThat(records.size()).isEqualTo(1);
  }

  @Test
  void what_is_noted_of_a_message_that_is_forgotten_goes_nowhere() {
    records.of("gone").then(After.What.SENT);

    assertThat(records.size()).isZero();
  }

  @Test
  void however_often_a_request_is_repeated_its_record_stays_small() {
    MessageRecord record = begin("a", "101", USER);
    for (int i = 0; i < 1_000; i++) {
      record.came(1, 0).answered(Try.Answer.EMPTY);
      record.began().ended(Run.End.FAILED, "on-text", "c".repeat(1_000));
      record.then(After.What.REPEATED, -1, i, "r".repeat(1_000), "");
    }

    Look look = record.look();
    assertThat(look.tries()).hasSize(10);
    assertThat(look.runs()).hasSize(10);
    assertThat(look.after()).hasSize(10);
    assertThat(look.after().get(9).attempts()).isEqualTo(999);
    assertThat(look.after().get(9).reason()).hasSize(300);
  }

  @Test
  void an_id_and_a_kind_that_are_longer_than_wechats_are_cut() {
    begin("a", "1".repeat(10_000), USER);

    assertThat(json("a").path("msg_id").asText()).hasSize(64);
  }

  @Test
  void it_holds_neither_the_user_nor_what_he_wrote() {
    begin("a", "101", USER).came(1, 0).answered(Try.Answer.REPLY);

    assertThat(json("a").toString()).doesNotContain(USER, "canaryContent");
    assertThat(records.of("a").about().toString()).doesNotContain(USER, "canaryContent");
  }

  @Test
  void what_could_not_be_put_on_disk_was_not_done() {
    MessageRecord record = begin("a", "101", USER);
    CompletableFuture<Void> disk = new CompletableFuture<>();
    record.during(After.What.OUTBOX, 0, "", () -> disk);
    assertThat(record.look().after()).hasSize(1);

    disk.completeExceptionally(new IllegalStateException("full"));

    assertThat(record.look().after()).isEmpty();
  }

  @Test
  void times_have_milliseconds() {
    now.set(1_718_000_137_000L);
    begin("a", "101", USER).came(1, 0);

    assertThat(json("a").at("/tries/0/came").asText()).isEqualTo("2024-06-10T06:15:37.000Z");
    assertThat(json("a").path("created").asText()).isEqualTo("2024-06-10T06:15:36.000Z");
  }

  private Records records(int max) {
    return new Records(
        max, Duration.ofMinutes(1), MessageRecord.UNSEEN, () -> Instant.ofEpochMilli(now.get()));
  }

  private MessageRecord begin(String key, String msgId, String user) {
    Text message =
        new Text(
            new Elements(
                Map.of(
                    "FromUserName",
                    user,
                    "MsgId",
                    msgId,
                    "MsgType",
                    "text",
                    "CreateTime",
                    "1718000136",
                    "Content",
                    "canaryContent")));
    return records.begin(key, () -> About.of("demo", key, message, true));
  }

  private ObjectNode json(String key) {
    return records.ofKey("demo", key).get(0);
  }

  private static List<String> keys(List<ObjectNode> found) {
    return found.stream().map(json -> json.path("key").asText()).toList();
  }
}
