package io.github.wechatgateway.claim;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalClaimsTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final AtomicLong time = new AtomicLong();
  private final LocalClaims claims = new LocalClaims(3, Duration.ZERO, time::get);

  @Test
  void the_first_to_ask_is_the_first_and_all_others_wait_for_its_answer() {
    Claim first = claim("a");
    Claim again = claim("a");

    first.publish("<xml/>");

    assertThat(first.first()).isTrue();
    assertThat(again.first()).isFalse();
    assertThat(answer(again)).isEqualTo("<xml/>");
  }

  @Test
  void other_messages_are_other_claims() {
    claim("a");

    assertThat(claim("b").first()).isTrue();
  }

  @Test
  void of_many_who_ask_at_once_one_is_the_first() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CyclicBarrier together = new CyclicBarrier(8);
    try {
      for (int round = 0; round < 2_000; round++) {
        String key = "round " + round;
        List<Future<Claim>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          asked.add(
              threads.submit(
                  () -> {
                    together.await();
                    Claim claim = claim(key);
                    if (claim.first()) {
                      claim.publish(key); // at once, while others ask
                    }
                    return claim;
                  }));
        }
        int first = 0;
        for (Future<Claim> one : asked) {
          first += one.get().first() ? 1 : 0;
          assertThat(one.get().answer().toCompletableFuture().get()).isEqualTo(key);
        }
        assertThat(first).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_copy_right_after_the_answer_gets_it() {
    claim("a").publish("<xml/>");

    Claim copy = claim("a");

    assertThat(copy.first()).isFalse();
    assertThat(answer(copy)).isEqualTo("<xml/>");
  }

  @Test
  void an_answer_is_kept_for_a_minute_from_its_publication() {
    Claim slow = claim("a");
    pass(MINUTE.multipliedBy(10));
    slow.publish("<xml/>");
    pass(MINUTE.minusSeconds(1));
    assertThat(claim("a").first()).isFalse();

    pass(Duration.ofSeconds(2));

    assertThat(claim("a").first()).isTrue();
  }

  @Test
  void a_claim_that_runs_longer_than_an_answer_is_kept_stays() {
    claim("a");

    pass(MINUTE.multipliedBy(60));

    assertThat(claim("a").first()).isFalse();
  }

  @Test
  void where_there_are_too_many_answers_the_oldest_go_first() {
    for (String key : List.of("a", "b", "c", "d", "e")) {
      claim(key).publish(key);
      pass(Duration.ofMillis(1));
    }

    assertThat(claim("e").first()).isFalse();
    assertThat(claim("d").first()).isFalse();
    assertThat(claim("c").first()).isFalse();
    assertThat(claim("b").first()).isTrue();
    assertThat(claim("a").first()).isTrue();
  }

  @Test
  void a_running_claim_makes_no_room_for_answers() {
    Claim running = claim("running");
    for (int i = 0; i < 100; i++) {
      claim("answered " + i).publish("");
    }

    assertThat(running.first()).isTrue();
    assertThat(claim("running").first()).isFalse();
  }

  @Test
  void a_handler_that_failed_leaves_no_claim_and_the_next_who_asks_is_the_first() {
    Claim failed = claim("a");
    Claim waiting = claim("a");
    failed.fail(new IllegalStateException());

    assertThatThrownBy(() -> answer(waiting)).hasCauseInstanceOf(HandlerFailed.class);
    assertThat(claim("a").first()).isTrue();
  }

  @Test
  void a_message_that_was_tried_before_we_saw_it_is_as_old_for_its_later_copies() {
    claims.claim("a", 5_000);
    time.addAndGet(SECONDS.toNanos(5));

    assertThat(claims.claim("a", 0).toCompletableFuture().join().age()).isEqualTo(10_000);
  }

  @Test
  void a_message_that_failed_keeps_its_age() {
    Claim failed = claim("a");
    pass(Duration.ofSeconds(5));
    failed.fail(new IllegalStateException());

    assertThat(claim("a").age()).isEqualTo(5_000);
  }

  @Test
  void a_handling_ends_once() {
    Claim claim = claim("a");
    claim.publish("first");
    claim.publish("second");
    claim.fail(new IllegalStateException());

    assertThat(answer(claim("a"))).isEqualTo("first");
  }

  private Claim claim(String key) {
    return claims.claim(key, 0).toCompletableFuture().join();
  }

  private static String answer(Claim claim) {
    CompletionStage<String> answer = claim.answer();
    return answer.toCompletableFuture().join();
  }

  private void pass(Duration duration) {
    time.addAndGet(duration.toNanos());
  }
}
