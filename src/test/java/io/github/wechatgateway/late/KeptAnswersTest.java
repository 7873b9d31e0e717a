package io.github.wechatgateway.late;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is given a kept answer, and when. */
class KeptAnswersTest {
  private final KeptForTests kept;

  KeptAnswersTest(@TempDir Path folder) throws Exception {
    this.kept = new KeptForTests(folder);
  }

  @AfterEach
  void stop() {
    kept.close();
  }

  @Test
  void who_has_no_kept_answer_gets_none() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));

    assertThat(kept.answers().has("shop", "oUser2")).isFalse();
    assertThat(kept.answers().has("bank", "oUser1")).isFalse();
    assertThat(kept.give("oUser2", "m1")).isEmpty();
  }

  @Test
  void an_answer_is_given_as_it_was_put() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));

    assertThat(kept.answers().has("shop", "oUser1")).isTrue();
    assertThat(kept.give("oUser1", "m1")).contains(KeptForTests.answer("a", "oUser1"));
  }

  @Test
  void the_oldest_is_given_first() throws Exception {
    kept.put(KeptForTests.answer("b", "oUser1", KeptForTests.NOW.plusSeconds(1)));
    kept.put(KeptForTests.answer("a", "oUser1", KeptForTests.NOW));

    assertThat(kept.given("oUser1", "m1")).isEqualTo("a");
    assertThat(kept.given("oUser1", "m2")).isEqualTo("b");
  }

  @Test
  void the_six_seconds_begin_with_the_last_write() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.given("oUser1", "m1");
    kept.answers().written("m1", false);
    kept.forward(Duration.ofSeconds(5));
    kept.answers().written("m1", false);
    kept.forward(Duration.ofSeconds(5));
    kept.upkeepHasRun();

    assertThat(kept.answers().has("shop", "oUser1")).isTrue();
  }

  @Test
  void an_answer_that_the_last_try_was_written_with_leaves_the_disk_at_once() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.given("oUser1", "m1");
    kept.answers().written("m1", true);

    kept.awaitNoneOf("oUser1");
  }

  @Test
  void an_answer_that_could_not_be_written_is_given_to_the_next_message() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.given("oUser1", "m1");
    assertThat(kept.give("oUser1", "m2")).isEmpty();
    kept.answers().stays("m1");

    assertThat(kept.given("oUser1", "m2")).isEqualTo("a");
  }

  @Test
  void an_answer_that_was_written_does_not_stay() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.given("oUser1", "m1");
    kept.answers().written("m1", false);
    kept.answers().stays("m1");

    assertThat(kept.give("oUser1", "m2")).isEmpty();
  }

  @Test
  void when_no_try_can_come_any_more_another_message_gives_it() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.given("oUser1", "m1");
    kept.forward(Duration.ofSeconds(20));

    await().until(() -> kept.given("oUser1", "m2").equals("a"));
  }

  @Test
  void a_message_that_asks_again_gets_the_same() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    kept.put(KeptForTests.answer("b", "oUser1"));

    assertThat(kept.given("oUser1", "m1")).isEqualTo("a");
    assertThat(kept.given("oUser1", "m1")).isEqualTo("a");
  }

  @Test
  void of_many_messages_at_once_one_gives_it() throws Exception {
    kept.put(KeptForTests.answer("a", "oUser1"));
    List<CompletableFuture<Optional<OutboxMessage>>> asked =
        IntStream.range(0, 50)
            .parallel()
            .mapToObj(
                number ->
                    kept.answers().oldest("shop", "oUser1", "m" + number).toCompletableFuture())
            .toList();

    List<Optional<OutboxMessage>> found = new ArrayList<>();
    for (CompletableFuture<Optional<OutboxMessage>> each : asked) {
      found.add(each.get(10, SECONDS));
    }
    assertThat(found).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void an_id_with_a_quotation_mark_finds_its_answer() throws Exception {
    kept.put(KeptForTests.answer("a'b", "oUser1"));

    assertThat(kept.given("oUser1", "m1")).isEqualTo("a'b");
  }
}
