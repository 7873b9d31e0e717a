package io.github.wechatgateway.late;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  private static final Result SENT = new Result.Sent();
  private static final Result AGAIN = new Result.TryAgain(Duration.ZERO, "busy", -1);

  private final Path folder;
  private final List<OutboxMessage> taken = new CopyOnWriteArrayList<>();
  private Broker broker;
  private Outbox outbox;

  OutboxTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    start();
  }

  @AfterEach
  void stop() throws JMSException {
    outbox.close();
    broker.close();
  }

  @Test
  void the_parts_of_an_answer_go_out_in_their_order() throws Exception {
    put(message("a", "oUser1", "1", "2", "3"));
    take(message -> SENT);

    awaitTaken("1", "2", "3");
  }

  @Test
  void the_answers_of_a_user_go_out_one_after_the_other() throws Exception {
    put(message("a", "oUser1", "1", "2"));
    put(message("b", "oUser1", "3"));
    put(message("c", "oUser1", "4", "5"));
    take(message -> SENT);

    awaitTaken("1", "2", "3", "4", "5");
  }

  @Test
  void a_later_answer_does_not_overtake_one_that_waits_for_its_repeat() throws Exception {
    put(message("a", "oUser1", "1", "2"));
    put(message("b", "oUser1", "3"));
    put(message("c", "oUser1", "4"));
    take(message -> message.part().equals("1") && message.attempts() < 2 ? AGAIN : SENT);

    awaitTaken("1", "1", "1", "2", "3", "4");
  }

  @Test
  void of_several_puts_with_one_id_one_is_sent_and_all_succeed() throws Exception {
    List<CompletableFuture<Void>> puts =
        IntStream.range(0, 20)
            .mapToObj(number -> outbox.put(message("a", "oUser1", "1")).toCompletableFuture())
            .toList();
    for (CompletableFuture<Void> put : puts) {
      put.get(10, SECONDS);
    }
    stop();
    start();
    put(message("a", "oUser1", "1"));
    put(message("end", "oUser1", "2"));
    take(message -> SENT);

    awaitTaken("1", "2");
  }

  @Test
  void a_part_that_failed_is_tried_again_with_its_failure_noted() throws Exception {
    put(message("a", "oUser1", "1", "2"));
    take(message -> message.part().equals("1") && message.attempts() == 0 ? AGAIN : SENT);

    awaitTaken("1", "1", "2");
    assertThat(taken).extracting(OutboxMessage::attempts).containsExactly(0, 1, 0);
    assertThat(taken).extracting(OutboxMessage::lastFailure).containsExactly("", "busy", "");
  }

  @Test
  void after_the_last_delay_a_part_is_a_dead_letter() throws Exception {
    put(message("a", "oUser1", "1"));
    take(message -> AGAIN);

    DeadLetter letter = awaitDeadLetter();
    assertThat(taken).hasSize(3);
    assertThat(letter.id()).isEqualTo("a");
    assertThat(letter.queue()).startsWith("wechat.outbox.");
    assertThat(letter.reason()).isEqualTo("busy");
    assertThat(letter.errcode()).isEqualTo(-1);
    assertThat(letter.attempts()).isEqualTo(3);
  }

  @Test
  void what_will_never_succeed_is_a_dead_letter_with_all_that_is_left() throws Exception {
    put(message("a", "oUser1", "1", "2", "3"));
    take(message -> message.part().equals("1") ? SENT : new Result.Final("no such user", 40003));

    DeadLetter letter = awaitDeadLetter();
    assertThat(letter.reason()).isEqualTo("no such user");
    assertThat(letter.errcode()).isEqualTo(40003);
    assertThat(QueueText.OUTBOX.read(letter.message()).parts()).containsExactly("2", "3");
  }

  @Test
  void a_pause_is_no_failure() throws Exception {
    put(message("a", "oUser1", "1"));
    take(message -> taken.size() < 10 ? new Result.Pause(Instant.now().plusMillis(5)) : SENT);

    await().untilAsserted(() -> assertThat(taken).hasSize(10));
    assertThat(taken).extracting(OutboxMessage::attempts).containsOnly(0);
  }

  @Test
  void what_fails_otherwise_is_tried_again_and_its_text_not_kept() throws Exception {
    put(message("a", "oUser1", "1"));
    outbox.take(
        message -> {
          taken.add(message);
          return switch (taken.size()) {
            case 1 -> throw new IllegalStateException("oUser1");
            case 2 -> failedStage(new IllegalArgumentException("oUser1"));
            default -> completedStage(SENT);
          };
        });

    awaitTaken("1", "1", "1");
    assertThat(taken)
        .extracting(OutboxMessage::lastFailure)
        .containsExactly("", "IllegalStateException", "IllegalArgumentException");
  }

  @Test
  void an_answer_that_nobody_waits_for_is_a_dead_letter_unsent() throws Exception {
    long old = Instant.now().minus(Duration.ofHours(2)).toEpochMilli();
    put(new OutboxMessage("a", "shop", "oUser1", List.of("1"), 0, old, "busy"));
    take(message -> SENT);

    assertThat(awaitDeadLetter().reason()).isEqualTo("older than PT1H, busy");
    assertThat(taken).isEmpty();
  }

  @Test
  void a_text_of_another_version_is_a_dead_letter_and_the_next_goes_out() throws Exception {
    BrokerForTests.put(broker, new Buckets(8).queueOf("shop", "oUser1"), "{\"v\":7}");
    put(message("a", "oUser1", "1"));
    take(message -> SENT);

    awaitTaken("1");
    DeadLetter letter = awaitDeadLetter();
    assertThat(letter.message()).isEqualTo("{\"v\":7}");
    assertThat(letter.reason()).isEqualTo("v: 7 (expected: 1)");
  }

  @Test
  void one_whose_sending_hangs_does_not_stop_other_users() throws Exception {
    String queue = new Buckets(8).queueOf("shop", "oUser1");
    String other =
        IntStream.range(0, 100)
            .mapToObj(number -> "oOther" + number)
            .filter(user -> !new Buckets(8).queueOf("shop", user).equals(queue))
            .findFirst()
            .orElseThrow();
    put(message("a", "oUser1", "1"));
    outbox.take(
        message -> {
          taken.add(message);
          return message.user().equals(other)
              ? completedStage(SENT)
              : new CompletableFuture<Result>();
        });
    awaitTaken("1");
    put(message("b", other, "2", "3"));

    awaitTaken("1", "2", "3");
  }

  @Test
  void after_a_restart_an_answer_goes_on_where_it_was() throws Exception {
    put(message("a", "oUser1", "1", "2", "3"));
    put(message("b", "oUser1", "4"));
    outbox.take(
        message -> {
          taken.add(message);
          return message.part().equals("1")
              ? completedStage(SENT)
              : new CompletableFuture<Result>();
        });
    awaitTaken("1", "2");
    stop();
    start();
    taken.clear();
    take(message -> SENT);

    awaitTaken("2", "3", "4");
  }

  @Test
  void a_drain_lets_a_sending_end_and_begins_no_other() throws Exception {
    CompletableFuture<Result> sending = new CompletableFuture<>();
    put(message("a", "oUser1", "1", "2"));
    outbox.take(
        message -> {
          taken.add(message);
          return sending;
        });
    awaitTaken("1");
    CompletableFuture<Void> drained =
        CompletableFuture.runAsync(() -> outbox.drain(Duration.ofSeconds(20)));
    sending.complete(SENT);
    drained.get(20, SECONDS);
    stop();
    start();
    taken.clear();
    take(message -> SENT);

    awaitTaken("2");
  }

  @Test
  void more_puts_than_may_be_under_way_are_refused() {
    List<CompletableFuture<Void>> puts =
        IntStream.range(0, 20_000)
            .mapToObj(number -> message("id" + number, "oUser1", "1"))
            .map(message -> outbox.put(message).toCompletableFuture())
            .toList();

    assertThat(puts)
        .anySatisfy(
            put ->
                assertThatThrownBy(put::get)
                    .hasCauseInstanceOf(NotStored.class)
                    .hasMessageContaining("1000 are on their way to the disk already"));
    assertThat(puts).anySatisfy(put -> assertThat(put).succeedsWithin(Duration.ofSeconds(20)));
  }

  @Test
  void a_put_after_the_close_fails() throws Exception {
    outbox.close();

    assertThat(outbox.put(message("a", "oUser1", "1")))
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(NotStored.class);
  }

  @Test
  void a_put_into_a_broker_that_is_gone_fails_in_its_time() throws Exception {
    OutboxLimits limits = BrokerForTests.outbox(Duration.ofMillis(200));
    try (Outbox hasty = outbox(limits)) {
      broker.close();

      assertThat(hasty.put(message("a", "oUser1", "1")))
          .failsWithin(Duration.ofSeconds(5))
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(NotStored.class)
          .withMessageContaining("not on disk within 200 ms");
    }
  }

  private void start() throws Exception {
    broker = BrokerForTests.start(folder.resolve("queue"));
    outbox = outbox(BrokerForTests.outbox(Duration.ofSeconds(10)));
  }

  private Outbox outbox(OutboxLimits limits) throws JMSException {
    return new Outbox(
        Connections.to(broker.url(), BrokerForTests.CALL_TIME), limits, Clock.systemUTC());
  }

  private void put(OutboxMessage message) throws Exception {
    outbox.put(message).toCompletableFuture().get(20, SECONDS);
  }

  private void take(Function<OutboxMessage, Result> send) throws JMSException {
    outbox.take(
        message -> {
          taken.add(message);
          CompletionStage<Result> result = completedStage(send.apply(message));
          return result;
        });
  }

  private void awaitTaken(String... parts) {
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> assertThat(taken).extracting(OutboxMessage::part).containsExactly(parts));
  }

  private DeadLetter awaitDeadLetter() throws Exception {
    List<String> texts =
        await()
            .atMost(20, SECONDS)
            .until(() -> BrokerForTests.takeAll(broker, Queues.DEAD), found -> !found.isEmpty());
    assertThat(texts).hasSize(1);
    return QueueText.DEAD.read(texts.get(0));
  }

  private static OutboxMessage message(String id, String user, String... parts) {
    return new OutboxMessage(id, "shop", user, List.of(parts), 0, System.currentTimeMillis(), "");
  }
}
