package io.github.wechatgateway.late;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.observe.Counters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final SetClock clock = new SetClock(NOW);
  private final Path folder;
  private Broker broker;
  private Puts puts;
  private KeptAnswers kept;

  KeptAnswersTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    start();
  }

  @AfterEach
  void stop() {
    kept.close();
    puts.close();
    broker.close();
  }

  @Test
  void who_has_no_kept_answer_gets_none() throws Exception {
    put(answer("a", "oUser1"));

    assertThat(kept.has("shop", "oUser2")).isFalse();
    assertThat(kept.has("bank", "oUser1")).isFalse();
    assertThat(give("oUser2", "m1")).isEmpty();
  }

  @Test
  void an_answer_is_given_as_it_was_put() throws Exception {
    put(answer("a", "oUser1"));

    assertThat(kept.has("shop", "oUser1")).isTrue();
    assertThat(give("oUser1", "m1")).contains(answer("a", "oUser1"));
  }

  @Test
  void the_oldest_is_given_first() throws Exception {
    put(answer("b", "oUser1", NOW.plusSeconds(1)));
    put(answer("a", "oUser1", NOW));

    assertThat(given("oUser1", "m1")).isEqualTo("a");
    assertThat(given("oUser1", "m2")).isEqualTo("b");
  }

  @Test
  void an_answer_is_kept_over_a_restart() throws Exception {
    put(answer("a", "oUser1"));
    restart();

    await().until(() -> kept.has("shop", "oUser1"));
    assertThat(given("oUser1", "m1")).isEqualTo("a");
  }

  @Test
  void an_answer_that_was_written_has_left_the_disk_after_six_seconds() throws Exception {
    put(answer("a", "oUser1"));
    given("oUser1", "m1");
    kept.written("m1", false);

    clock.forward(Duration.ofSeconds(6));

    awaitNoneOf("oUser1");
    restart();
    put(answer("b", "oUser2"));
    assertThat(BrokerForTests.takeAll(broker, Queues.KEPT)).hasSize(1);
  }

  @Test
  void an_answer_that_was_written_is_on_disk_for_six_seconds() throws Exception {
    put(answer("a", "oUser1"));
    given("oUser1", "m1");
    kept.written("m1", false);
    clock.forward(Duration.ofMillis(5_999));
    upkeepHasRun();
    restart();

    await().until(() -> kept.has("shop", "oUser1"));
  }

  @Test
  void the_six_seconds_begin_with_the_last_write() throws Exception {
    put(answer("a", "oUser1"));
    given("oUser1", "m1");
    kept.written("m1", false);
    clock.forward(Duration.ofSeconds(5));
    kept.written("m1", false);
    clock.forward(Duration.ofSeconds(5));
    upkeepHasRun();

    assertThat(kept.has("shop", "oUser1")).isTrue();
  }

  @Test
  void an_answer_that_the_last_try_was_written_with_leaves_the_disk_at_once() throws Exception {
    put(answer("a", "oUser1"));
    given("oUser1", "m1");
    kept.written("m1", true);

    awaitNoneOf("oUser1");
  }

  @Test
  void an_answer_that_could_not_be_written_is_given_to_the_next_message() throws Exception {
    put(answer("a", "oUser1"));
    given("oUser1", "m1");
    assertThat(give("oUser1", "m2")).isEmpty();
    kept.stays("m1");

    assertThat(given("oUser1", "m2")).isEqualTo("a");
  }

  @Test
  void an_answer_that_was_written_does_not_stay() throws Exception {
    put(answer("a", "oUser1"));
    given("oUser1", "m1");
    kept.written("m1", false);
    kept.stays("m1");

    assertThat(give("oUser1", "m2")).isEmpty();
  }

  @Test
  void when_no_try_can_come_any_more_another_message_gives_it() throws Exception {
    put(answer("a", "oUser1"));
    given("oUser1", "m1");
    clock.forward(Duration.ofSeconds(20));

    await().until(() -> given("oUser1", "m2").equals("a"));
  }

  @Test
  void a_message_that_asks_again_gets_the_same() throws Exception {
    put(answer("a", "oUser1"));
    put(answer("b", "oUser1"));

    assertThat(given("oUser1", "m1")).isEqualTo("a");
    assertThat(given("oUser1", "m1")).isEqualTo("a");
  }

  @Test
  void of_many_messages_at_once_one_gives_it() throws Exception {
    put(answer("a", "oUser1"));
    List<CompletableFuture<Optional<OutboxMessage>>> asked =
        IntStream.range(0, 50)
            .parallel()
            .mapToObj(number -> kept.oldest("shop", "oUser1", "m" + number).toCompletableFuture())
            .toList();

    List<Optional<OutboxMessage>> found = new ArrayList<>();
    for (CompletableFuture<Optional<OutboxMessage>> each : asked) {
      found.add(each.get(10, SECONDS));
    }
    assertThat(found).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void of_an_answer_that_is_given_in_part_the_rest_stays_in_its_place() throws Exception {
    put(answer("a", "oUser1"));
    given("oUser1", "m1");
    OutboxMessage rest = answer("a", "oUser1").failed("in part");
    kept.leaves("m1", rest);
    kept.written("m1", true);
    await().until(() -> give("oUser1", "m2").equals(Optional.of(rest)));
    put(answer("b", "oUser1", NOW.plusSeconds(1)));
    restart();

    await().until(() -> give("oUser1", "m3").equals(Optional.of(rest)));
  }

  @Test
  void of_too_many_the_oldest_go_and_are_counted() throws Exception {
    put(answer("a", "oUser1"));
    put(answer("b", "oUser2"));
    put(answer("c", "oUser3"));
    put(answer("d", "oUser4"));

    assertThat(kept.has("shop", "oUser1")).isFalse();
    assertThat(kept.has("shop", "oUser2")).isTrue();
    assertThat(dropped("number")).isEqualTo(1);
    restart();
    await().until(() -> kept.has("shop", "oUser4"));
    assertThat(kept.has("shop", "oUser1")).isFalse();
    assertThat(dropped("number")).isEqualTo(1);
  }

  @Test
  void one_that_is_too_old_leaves_the_disk_and_is_counted() throws Exception {
    put(answer("a", "oUser1", NOW));
    put(answer("b", "oUser2", NOW.plusSeconds(60)));
    clock.forward(Duration.ofDays(2).plusSeconds(60));

    await().untilAsserted(() -> assertThat(dropped("age")).isEqualTo(1));
    assertThat(kept.has("shop", "oUser1")).isFalse();
    assertThat(given("oUser2", "m1")).isEqualTo("b");
    assertThat(BrokerForTests.takeAll(broker, Queues.KEPT)).hasSize(1);
  }

  @Test
  void one_that_somebody_else_put_on_disk_is_given() throws Exception {
    OutboxMessage answer = answer("a", "oUser1");
    try (Connection connection = connections().createConnection();
        Session session = connection.createSession()) {
      session
          .createProducer(session.createQueue(Queues.KEPT))
          .send(KeptQueue.message(session, answer));
    }
    kept.noted(answer);

    assertThat(given("oUser1", "m1")).isEqualTo("a");
    kept.written("m1", true);
    awaitNoneOf("oUser1");
  }

  @Test
  void an_id_with_a_quotation_mark_finds_its_answer() throws Exception {
    put(answer("a'b", "oUser1"));

    assertThat(given("oUser1", "m1")).isEqualTo("a'b");
  }

  @Test
  void one_that_is_not_on_disk_is_forgotten() throws Exception {
    kept.noted(answer("a", "oUser1"));

    assertThat(give("oUser1", "m1")).isEmpty();
    assertThat(kept.has("shop", "oUser1")).isFalse();
  }

  @Test
  void with_the_broker_gone_there_is_none_this_time() throws Exception {
    put(answer("a", "oUser1"));
    broker.close();

    assertThat(give("oUser1", "m1")).isEmpty();
    assertThat(kept.has("shop", "oUser1")).isTrue();
  }

  @Test
  void a_put_after_the_close_fails_and_nobody_has_it() throws Exception {
    puts.close();

    assertThat(kept.put(answer("a", "oUser1")))
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(NotStored.class);
    assertThat(kept.has("shop", "oUser1")).isFalse();
  }

  private void start() throws Exception {
    broker = BrokerForTests.start(folder.resolve("queue"));
    puts = BrokerForTests.puts(broker);
    kept =
        new KeptAnswers(
            puts,
            connections(),
            new KeptLimits(3, Duration.ofDays(2), 100, Duration.ofSeconds(5)),
            new Counters(meters),
            clock,
            clock::nanos);
  }

  private ConnectionFactory connections() {
    return BrokerForTests.connections(broker);
  }

  private void restart() throws Exception {
    stop();
    start();
  }

  private void put(OutboxMessage answer) throws Exception {
    kept.put(answer).toCompletableFuture().get(20, SECONDS);
  }

  private Optional<OutboxMessage> give(String user, String by) throws Exception {
    return kept.oldest("shop", user, by).toCompletableFuture().get(20, SECONDS);
  }

  private String given(String user, String by) throws Exception {
    return give(user, by).map(OutboxMessage::id).orElse("");
  }

  private void awaitNoneOf(String user) {
    await().atMost(20, SECONDS).until(() -> !kept.has("shop", user));
  }

  /** Another answer, due before, has left. */
  private void upkeepHasRun() throws Exception {
    put(answer("x", "oUserX"));
    given("oUserX", "mX");
    kept.written("mX", true);
    awaitNoneOf("oUserX");
  }

  private double dropped(String reason) {
    return meters.counter("wechat_kept_dropped", "account", "shop", "reason", reason).count();
  }

  private static OutboxMessage answer(String id, String user) {
    return answer(id, user, NOW);
  }

  private static OutboxMessage answer(String id, String user, Instant since) {
    return OutboxMessage.of(
        id, "shop", user, OutboxMessage.Origin.ANSWER, "{}", since.toEpochMilli());
  }
}
