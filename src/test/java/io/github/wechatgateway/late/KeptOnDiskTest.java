package io.github.wechatgateway.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on disk of kept answers, and for how long. */
class KeptOnDiskTest {
  private final KeptForTests kept;

  KeptOnDiskTest(@TempDir Path folder) throws Exception {
    this.kept = new KeptForTests(folder);
  }

  @AfterEach
  void stop() {
    kept.close();
  }

  @Test
  void an_answer_is_kept_over_a_restart() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.restart();

    await().until(() -> kept.answers().has("shop", "oUser1"));
    assertThat(kept.given("oUser1", "m1")).isEqualTo("a");
  }

  @Test
  void an_answer_that_was_written_has_left_the_disk_after_six_seconds() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.given("oUser1", "m1");
    kept.answers().written("m1", false);

    kept.forward(Duration.ofSeconds(6));

    kept.awaitNoneOf("oUser1");
    kept.restart();
    kept.put(KeptForTests.answer("b", "oUser2"));
    assertThat(kept.onDisk()).hasSize(1);
  }

  @Test
  void an_answer_that_was_written_is_on_disk_for_six_seconds() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.given("oUser1", "m1");
    kept.answers().written("m1", false);
    kept.forward(Duration.ofMillis(5_999));
    kept.upkeepHasRun();
    kept.restart();

    await().until(() -> kept.answers().has("shop", "oUser1"));
  }

  @Test
  void of_an_answer_that_is_given_in_part_the_rest_stays_in_its_place() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.given("oUser1", "m1");
    OutboxMessage rest = KeptForTests.answer("a", "oUser1").failed("in part");
    kept.answers().leaves("m1", rest);
    kept.answers().written("m1", true);
    await().until(() -> kept.give("oUser1", "m2").equals(Optional.of(rest)));
    kept.put(KeptForTests.answer("b", "oUser1", KeptForTests.NOW.plusSeconds(1)));
    kept.restart();

    await().until(() -> kept.give("oUser1", "m3").equals(Optional.of(rest)));
  }

  @Test
  void of_too_many_the_oldest_go_and_are_counted() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.put(KeptForTests.answer("b", "oUser2"));
    kept.put(KeptForTests.answer("c", "oUser3"));
    kept.put(KeptForTests.answer("d", "oUser4"));

    assertThat(kept.answers().has("shop", "oUser1")).isFalse();
    assertThat(kept.answers().has("shop", "oUser2")).isTrue();
    assertThat(kept.dropped("number")).isEqualTo(1);
    kept.restart();
    await().until(() -> kept.answers().has("shop", "oUser4"));
    assertThat(kept.answers().has("shop", "oUser1")).isFalse();
    assertThat(kept.dropped("number")).isEqualTo(1);
  }

  @Test
  void one_that_is_too_old_leaves_the_disk_and_is_counted() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1", KeptForTests.NOW));
    kept.put(KeptForTests.answer("b", "oUser2", KeptForTests.NOW.plusSeconds(60)));
    kept.forward(Duration.ofDays(2).plusSeconds(60));

    await().untilAsserted(() -> assertThat(kept.dropped("age")).isEqualTo(1));
    assertThat(kept.answers().has("shop", "oUser1")).isFalse();
    assertThat(kept.given("oUser2", "m1")).isEqualTo("b");
    assertThat(kept.onDisk()).hasSize(1);
  }

  @Test
  void one_that_somebody_else_put_on_disk_is_given() throws Exception {
    OutboxMessage answer = KeptForTests.answer("a", "oUser1");
    try (Connection connection = kept.connections().createConnection();
        Session session = connection.createSession()) {
      session
          .createProducer(session.createQueue(Queues.KEPT))
          .send(KeptQueue.message(session, answer));
    }
    kept.answers().noted(answer);

    assertThat(kept.given("oUser1", "m1")).isEqualTo("a");
    kept.answers().written("m1", true);
    kept.awaitNoneOf("oUser1");
  }

  @Test
  void one_that_is_not_on_disk_is_forgotten() throws Exception {
    kept.answers().noted(KeptForTests.answer("a", "oUser1"));

    assertThat(kept.give("oUser1", "m1")).isEmpty();
    assertThat(kept.answers().has("shop", "oUser1")).isFalse();
  }

  @Test
  void with_the_broker_gone_there_is_none_this_time() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.breakDown();

    assertThat(kept.give("oUser1", "m1")).isEmpty();
    assertThat(kept.answers().has("shop", "oUser1")).isTrue();
  }

  @Test
  void a_put_after_the_close_fails_and_nobody_has_it() throws Exception {
    kept.endPuts();

    assertThat(kept.answers().put(KeptForTests.answer("a", "oUser1")))
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(NotStored.class);
    assertThat(kept.answers().has("shop", "oUser1")).isFalse();
  }
}
