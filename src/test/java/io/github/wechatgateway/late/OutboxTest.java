package io.github.wechatgateway.late;

import static io.github.wechatgateway.late.RunningOutbox.message;
import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  private static final Result SENT = new Result.Sent(true);
  private static final Result AGAIN = new Result.TryAgain(Duration.ZERO, "busy", -1);

  private final RunningOutbox outbox;

  OutboxTest(@TempDir Path parent) throws Exception {
    this.outbox = new RunningOutbox(parent.resolve("queue"));
  }

  @AfterEach
  void stop() {
    outbox.close();
  }

  @Test
  void the_parts_of_an_answer_go_out_in_their_order() throws Exception {
    outbox.put(message("a", "oUser1", "1", "2", "3"));
    outbox.take(message -> SENT);

    outbox.awaitTaken("1", "2", "3");
  }

  @Test
  void the_answers_of_a_user_go_out_one_after_the_other() throws Exception {
    outbox.put(message("a", "oUser1", "1", "2"));
    outbox.put(message("b", "oUser1", "3"));
    outbox.put(message("c", "oUser1", "4", "5"));
    outbox.take(message -> SENT);

    outbox.awaitTaken("1", "2", "3", "4", "5");
  }

  @Test
  void a_later_answer_does_not_overtake_one_that_waits_for_its_repeat() throws Exception {
    outbox.put(message("a", "oUser1", "1", "2"));
    outbox.put(message("b", "oUser1", "3"));
    outbox.put(message("c", "oUser1", "4"));
    outbox.take(
        message ->
            RunningOutbox.part(message).equals("1") && message.attempts() < 2 ? AGAIN : SENT);

    outbox.awaitTaken("1", "1", "1", "2", "3", "4");
  }

  @Test
  void of_several_puts_with_one_id_one_is_sent_and_all_succeed() throws Exception {
    List<CompletableFuture<Void>> puts =
        IntStream.range(0, 20)
            .mapToObj(
                number -> outbox.outbox().put(message("a", "oUser1", "1")).toCompletableFuture())
            .toList();
    for (CompletableFuture<Void> put : puts) {
      put.get(10, SECONDS);
    }
    outbox.restart();
    outbox.put(message("a", "oUser1", "1"));
    outbox.put(message("end", "oUser1", "2"));
    outbox.take(message -> SENT);

    outbox.awaitTaken("1", "2");
  }

  @Test
  void the_rest_of_an_answer_whose_beginning_was_a_reply_does_not_stand_for_the_whole()
      throws Exception {
    outbox.put(message("a", "oUser1", "1", "2").sentUpTo(1));
    outbox.put(message("a", "oUser1", "1", "2").sentUpTo(1));
    outbox.put(message("a", "oUser1", "1", "2"));
    outbox.take(message -> SENT);

    outbox.awaitTaken("2", "1", "2");
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
    outbox.put(message("a", "oUser1", "1"));
    outbox.takeStages(
        message -> {
          return message.user().equals(other)
              ? completedStage(SENT)
              : new CompletableFuture<Result>();
        });
    outbox.awaitTaken("1");
    outbox.put(message("b", other, "2", "3"));

    outbox.awaitTaken("1", "2", "3");
  }

  @Test
  void after_a_restart_an_answer_goes_on_where_it_was() throws Exception {
    outbox.put(message("a", "oUser1", "1", "2", "3"));
    outbox.put(message("b", "oUser1", "4"));
    outbox.takeStages(
        message -> {
          return RunningOutbox.part(message).equals("1")
              ? completedStage(SENT)
              : new CompletableFuture<Result>();
        });
    outbox.awaitTaken("1", "2");
    outbox.restart();
    outbox.take(message -> SENT);

    outbox.awaitTaken("2", "3", "4");
  }

  @Test
  void a_drain_lets_a_sending_end_and_begins_no_other() throws Exception {
    CompletableFuture<Result> sending = new CompletableFuture<>();
    outbox.put(message("a", "oUser1", "1", "2"));
    outbox.takeStages(
        message -> {
          return sending;
        });
    outbox.awaitTaken("1");
    CompletableFuture<Void> drained =
        CompletableFuture.runAsync(() -> outbox.outbox().drain(Duration.ofSeconds(20)));
    sending.complete(SENT);
    drained.get(20, SECONDS);
    outbox.restart();
    outbox.take(message -> SENT);

    outbox.awaitTaken("2");
  }
}
