package io.github.wechatgateway.late;

import static io.github.wechatgateway.late.OutboxMessage.Origin.ANSWER;
import static io.github.wechatgateway.late.OutboxMessage.Origin.API;
import static io.github.wechatgateway.late.RunningOutbox.message;
import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxFailuresTest {
  private static final Result SENT = new Result.Sent(true);
  private static final Result AGAIN = new Result.TryAgain(Duration.ZERO, "busy", -1);

  private final RunningOutbox outbox;

  OutboxFailuresTest(@TempDir Path parent) throws Exception {
    this.outbox = new RunningOutbox(parent.resolve("queue"));
  }

  @AfterEach
  void stop() {
    outbox.close();
  }

  @Test
  void a_part_that_failed_is_tried_again_with_its_failure_noted() throws Exception {
    outbox.put(message("a", "oUser1", "1", "2"));
    outbox.take(
        message ->
            RunningOutbox.part(message).equals("1") && message.attempts() == 0 ? AGAIN : SENT);

    outbox.awaitTaken("1", "1", "2");
    assertThat(outbox.taken()).extracting(OutboxMessage::attempts).containsExactly(0, 1, 0);
    assertThat(outbox.taken())
        .extracting(OutboxMessage::lastFailure)
        .containsExactly("", "busy", "");
  }

  @Test
  void after_the_last_delay_a_part_is_a_dead_letter() throws Exception {
    outbox.put(message("a", "oUser1", "1"));
    outbox.take(message -> AGAIN);

    DeadLetter letter = outbox.awaitDeadLetter();
    assertThat(outbox.taken()).hasSize(3);
    assertThat(letter.id()).isEqualTo("a");
    assertThat(letter.queue()).startsWith("wechat.outbox.");
    assertThat(letter.reason()).isEqualTo("busy");
    assertThat(letter.errcode()).isEqualTo(-1);
    assertThat(letter.attempts()).isEqualTo(3);
  }

  @Test
  void what_will_never_succeed_is_a_dead_letter_with_all_that_is_left() throws Exception {
    outbox.put(message("a", "oUser1", "1", "2", "3"));
    outbox.take(
        message ->
            RunningOutbox.part(message).equals("1")
                ? SENT
                : new Result.Final("no such user", 40003));

    DeadLetter letter = outbox.awaitDeadLetter();
    assertThat(letter.reason()).isEqualTo("no such user");
    assertThat(letter.errcode()).isEqualTo(40003);
    assertThat(QueueText.OUTBOX.read(letter.message()).sent()).isEqualTo(1);
  }

  @Test
  void a_pause_is_no_failure() throws Exception {
    outbox.put(message("a", "oUser1", "1"));
    outbox.take(
        message ->
            outbox.taken().size() < 10
                ? new Result.Pause(Instant.now().plusMillis(5), "paused", 45009)
                : SENT);

    await().untilAsserted(() -> assertThat(outbox.taken()).hasSize(10));
    assertThat(outbox.taken()).extracting(OutboxMessage::attempts).containsOnly(0);
  }

  @Test
  void what_fails_otherwise_is_tried_again_and_its_text_not_kept() throws Exception {
    outbox.put(message("a", "oUser1", "1"));
    outbox.takeStages(
        message -> {
          return switch (outbox.taken().size()) {
            case 1 -> throw new IllegalStateException("oUser1");
            case 2 -> failedStage(new IllegalArgumentException("oUser1"));
            default -> completedStage(SENT);
          };
        });

    outbox.awaitTaken("1", "1", "1");
    assertThat(outbox.taken())
        .extracting(OutboxMessage::lastFailure)
        .containsExactly("", "IllegalStateException", "IllegalArgumentException");
  }

  @Test
  void an_answer_that_nobody_waits_for_is_a_dead_letter_unsent() throws Exception {
    long old = Instant.now().minus(Duration.ofHours(2)).toEpochMilli();
    outbox.put(new OutboxMessage("a", "shop", "oUser1", ANSWER, "1", 0, 0, old, "busy"));
    outbox.take(message -> SENT);

    assertThat(outbox.awaitDeadLetter().reason()).isEqualTo("older than PT1H, busy");
    assertThat(outbox.taken()).isEmpty();
  }

  @Test
  void a_text_of_another_version_is_a_dead_letter_and_the_next_goes_out() throws Exception {
    String text = "{\"v\":7,\"account\":\"shop\"}";
    BrokerForTests.put(outbox.broker(), new Buckets(8).queueOf("shop", "oUser1"), text);
    outbox.put(message("a", "oUser1", "1"));
    outbox.take(message -> SENT);

    outbox.awaitTaken("1");
    DeadLetter letter = outbox.awaitDeadLetter();
    assertThat(letter.message()).isEqualTo(text);
    assertThat(letter.account()).isEqualTo("shop");
    assertThat(letter.reason()).isEqualTo("v: 7 (expected: 1)");
  }

  @Test
  void what_is_no_text_is_a_dead_letter_and_the_next_goes_out() throws Exception {
    String queue = new Buckets(8).queueOf("shop", "oUser1");
    try (Connection connection = BrokerForTests.connections(outbox.broker()).createConnection();
        Session session = connection.createSession()) {
      session.createProducer(session.createQueue(queue)).send(session.createBytesMessage());
    }
    outbox.put(message("a", "oUser1", "1"));
    outbox.take(message -> SENT);

    outbox.awaitTaken("1");
    assertThat(outbox.awaitDeadLetter().reason()).isEqualTo("v: none (expected: 1)");
  }

  @Test
  void what_is_to_be_kept_is_kept_in_the_same_transaction_with_what_was_sent() throws Exception {
    outbox.put(message("a", "oUser1", "1", "2", "3"));
    outbox.put(message("b", "oUser1", "4"));
    outbox.take(
        message ->
            RunningOutbox.part(message).equals("2") ? new Result.Keep("window", 45015) : SENT);

    outbox.awaitTaken("1", "2", "4");
    List<String> kept =
        await()
            .atMost(20, SECONDS)
            .until(
                () -> BrokerForTests.takeAll(outbox.broker(), Queues.KEPT),
                found -> !found.isEmpty());
    assertThat(kept).hasSize(1);
    assertThat(RunningOutbox.part(QueueText.OUTBOX.read(kept.get(0)))).isEqualTo("2");
  }

  @Test
  void what_a_program_sends_does_not_grow_too_old() throws Exception {
    long old = Instant.now().minus(Duration.ofHours(2)).toEpochMilli();
    outbox.put(OutboxMessage.of("a", "shop", "oUser1", API, "1", old));
    outbox.take(message -> SENT);

    outbox.awaitTaken("1");
  }
}
