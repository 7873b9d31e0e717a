package io.github.wechatgateway.late;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {
  private static final String OUTBOX = "wechat.outbox.7";
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1790000000123L), ZoneOffset.UTC);

  private final Broker broker;
  private final DeadLetters letters;

  DeadLettersTest(@TempDir Path folder) throws Exception {
    broker = BrokerForTests.start(folder.resolve("queue"));
    letters = new DeadLetters(BrokerForTests.connections(broker), 10, CLOCK);
  }

  @AfterEach
  void stop() {
    letters.close();
    broker.close();
  }

  @Test
  void the_newest_of_an_account_are_listed_first_and_stay() throws Exception {
    bury(letter("a", "shop"), letter("b", "other"), letter("c", "shop"));

    assertThat(ended(letters.list("shop", 10)))
        .extracting(DeadLetter::id)
        .containsExactly("c", "a");
    assertThat(ended(letters.list("shop", 1))).extracting(DeadLetter::id).containsExactly("c");
    assertThat(ended(letters.list("none", 10))).isEmpty();
  }

  @Test
  void one_that_is_tried_again_is_back_in_its_queue_as_if_it_had_never_failed() throws Exception {
    bury(letter("a", "shop"), letter("b", "shop"));

    assertThat(ended(letters.retry("shop", "a"))).isTrue();
    assertThat(ended(letters.list("shop", 10))).extracting(DeadLetter::id).containsExactly("b");
    List<String> back = BrokerForTests.takeAll(broker, OUTBOX);
    assertThat(back).hasSize(1);
    assertThat(QueueText.OUTBOX.read(back.get(0)))
        .isEqualTo(
            new OutboxMessage(
                "a",
                "shop",
                "oUser1",
                OutboxMessage.Origin.ANSWER,
                "{}",
                1,
                0,
                CLOCK.millis(),
                ""));
  }

  @Test
  void a_message_without_an_answer_goes_back_to_its_handler() throws Exception {
    String text = QueueText.LATE.write(new LateMessage("shop", "a", "<xml/>", 3, 5, 0, 0));
    bury(new DeadLetter("a", "shop", Queues.LATE, text, "failed", 0, 5, 0));

    assertThat(ended(letters.retry("shop", "a"))).isTrue();
    assertThat(QueueText.LATE.read(BrokerForTests.takeAll(broker, Queues.LATE).get(0)))
        .isEqualTo(new LateMessage("shop", "a", "<xml/>", 3, 0, 0, CLOCK.millis()));
  }

  @Test
  void one_that_is_deleted_is_gone() throws Exception {
    bury(letter("a", "shop"));

    assertThat(ended(letters.delete("shop", "a"))).isTrue();
    assertThat(ended(letters.delete("shop", "a"))).isFalse();
    assertThat(BrokerForTests.takeAll(broker, OUTBOX)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "' OR '1' = '1", "''", "%", "ID:1"})
  void one_that_is_not_there_is_not_found(String id) throws Exception {
    bury(letter("a", "shop"));

    assertThat(ended(letters.retry("shop", id))).isFalse();
    assertThat(ended(letters.delete("shop", id))).isFalse();
    assertThat(ended(letters.delete("other", "a"))).isFalse();
    assertThat(ended(letters.list("shop", 10))).hasSize(1);
  }

  @Test
  void after_its_end_nothing_is_asked_of_the_broker() {
    letters.close();

    assertThat(letters.list("shop", 10))
        .failsWithin(20, SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(NotStored.class);
  }

  @Test
  void a_broker_that_does_not_answer_is_told_as_what_may_pass() {
    broker.close();

    assertThat(letters.list("shop", 10))
        .failsWithin(60, SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(NotStored.class);
  }

  private void bury(DeadLetter... all) throws JMSException {
    try (Connection connection = BrokerForTests.connections(broker).createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      for (DeadLetter letter : all) {
        new Returns(session, letter.queue()).bury(letter);
      }
      session.commit();
    }
  }

  private static DeadLetter letter(String id, String account) {
    OutboxMessage message =
        new OutboxMessage(
            id, account, "oUser1", OutboxMessage.Origin.ANSWER, "{}", 1, 4, 0, "busy");
    return new DeadLetter(
        id, account, OUTBOX, QueueText.OUTBOX.write(message), "busy", -1, 4, 1790000000000L);
  }

  private static <T> T ended(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(20, SECONDS);
  }
}
