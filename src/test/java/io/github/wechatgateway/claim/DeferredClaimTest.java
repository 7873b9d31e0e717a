package io.github.wechatgateway.claim;

import static java.util.concurrent.CompletableFuture.completedStage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What becomes of a message that is taken off WeChat's hands before it is answered. */
class DeferredClaimTest {
  private final AtomicLong time = new AtomicLong();
  private final LocalClaims claims = new LocalClaims(100, Duration.ofMinutes(5), time::get);
  private final Claim first = claim("a");
  private final CompletableFuture<Void> disk = new CompletableFuture<>();

  @Test
  void copies_get_the_answer_once_the_message_is_on_disk_and_not_before() {
    Claim copy = claim("a");
    first.defer(Holder.HANDLER, "later", () -> disk);
    assertThat(copy.answer().toCompletableFuture()).isNotDone();

    disk.complete(null);

    assertThat(copy.answer().toCompletableFuture()).isCompletedWithValue("later");
    assertThat(claim("a").answer().toCompletableFuture()).isCompletedWithValue("later");
    assertThat(first.deferred()).isTrue();
  }

  @Test
  void an_answer_that_comes_while_it_is_stored_is_too_late_for_the_copies() {
    first.defer(Holder.HANDLER, "", () -> disk);
    CompletableFuture<Boolean> published = first.publish("answer").toCompletableFuture();
    assertThat(published).isNotDone();

    disk.complete(null);

    assertThat(published).isCompletedWithValue(false);
    assertThat(first.answer().toCompletableFuture()).isCompletedWithValue("");
  }

  @Test
  void an_answer_that_comes_while_it_can_not_be_stored_is_for_the_copies() {
    CompletableFuture<Boolean> deferred =
        first.defer(Holder.HANDLER, "", () -> disk).toCompletableFuture();
    CompletableFuture<Boolean> published = first.publish("answer").toCompletableFuture();

    disk.completeExceptionally(new IOException("full"));

    assertThat(deferred).isCompletedExceptionally();
    assertThat(published).isCompletedWithValue(true);
    assertThat(claim("a").answer().toCompletableFuture()).isCompletedWithValue("answer");
  }

  @Test
  void of_two_copies_that_defer_it_one_stores() {
    AtomicInteger stores = new AtomicInteger();
    Claim.Store store =
        () -> {
          stores.incrementAndGet();
          return disk;
        };
    CompletableFuture<Boolean> one = first.defer(Holder.HANDLER, "", store).toCompletableFuture();
    CompletableFuture<Boolean> other =
        claim("a").defer(Holder.HANDLER, "", store).toCompletableFuture();

    disk.complete(null);

    assertThat(one).isCompletedWithValue(true);
    assertThat(other).isCompletedWithValue(false);
    assertThat(stores).hasValue(1);
  }

  @Test
  void a_store_that_throws_leaves_everything_as_before() {
    Claim.Store broken =
        () -> {
          throw new IllegalStateException("closed");
        };

    assertThat(first.defer(Holder.HANDLER, "", broken).toCompletableFuture())
        .isCompletedExceptionally();
    assertThat(first.publish("answer").toCompletableFuture()).isCompletedWithValue(true);
  }

  @Test
  void a_message_whose_handler_runs_keeps_its_lease_however_long_it_takes() {
    deferred(first);
    time.addAndGet(Duration.ofHours(1).toNanos());

    assertThat(endLease("a")).isEqualTo(Holder.HANDLER);
    assertThat(claim("a").first()).isFalse();
  }

  @Test
  void a_message_that_ended_needs_no_lease_and_stays_known_for_its_copies() {
    deferred(first);
    first.end(Holder.NOBODY, () -> completedStage(null));

    assertThat(endLease("a")).isEqualTo(Holder.NOBODY);
    assertThat(claim("a").first()).isFalse();
    assertThat(endLease("a")).isEqualTo(Holder.NOBODY);
  }

  @Test
  void a_message_that_ended_is_known_until_its_lease_is_over_however_long_that_takes() {
    deferred(first);
    first.end(Holder.NOBODY, () -> completedStage(null));
    time.addAndGet(Duration.ofHours(1).toNanos());

    assertThat(endLease("a")).isEqualTo(Holder.NOBODY);
  }

  @Test
  void a_message_that_was_handled_twice_is_known_until_both_leases_are_over() {
    deferred(first);
    first.end(Holder.QUEUE, () -> completedStage(null));
    late("a").end(Holder.NOBODY, () -> completedStage(null));
    endLease("a");
    time.addAndGet(Duration.ofMinutes(5).toNanos());

    assertThat(endLease("a")).isEqualTo(Holder.NOBODY);
  }

  @Test
  void what_copies_get_of_a_deferred_message_is_not_what_its_handler_leaves() {
    deferred(first);
    first.end(Holder.NOBODY, () -> completedStage(null));
    assertThat(claim("a").answered()).isFalse();

    Claim other = claim("b");
    other.publish("answer");

    assertThat(claim("b").answered()).isTrue();
  }

  @Test
  void a_message_that_nobody_knows_has_lost_its_process() {
    assertThat(endLease("another")).isEqualTo(Holder.UNKNOWN);
    assertThat(late("another").first()).isTrue();
  }

  @Test
  void a_message_that_waits_in_the_queue_is_handled_when_it_comes_out_and_its_lease_is_dropped() {
    deferred(first);
    first.end(Holder.QUEUE, () -> completedStage(null));

    assertThat(endLease("a")).isEqualTo(Holder.QUEUE);
    Claim again = late("a");
    assertThat(again.first()).isTrue();
    assertThat(again.deferred()).isTrue();
    assertThat(late("a").first()).isFalse();
    assertThat(late("a").holder()).isEqualTo(Holder.HANDLER);
    assertThat(claim("a").answer().toCompletableFuture()).isCompletedWithValue("");
  }

  @Test
  void a_message_that_comes_out_before_it_is_known_to_have_gone_in_is_handled() {
    deferred(first);
    first.end(Holder.QUEUE, () -> disk);
    CompletableFuture<Claim> out = claims.claimLate("a").toCompletableFuture();
    assertThat(out).isNotDone();

    disk.complete(null);

    assertThat(out.join().first()).isTrue();
  }

  @Test
  void a_message_that_was_queued_at_once_is_handled_when_it_comes_out() {
    CompletableFuture<Boolean> queued =
        first.defer(Holder.QUEUE, "", () -> disk).toCompletableFuture();
    CompletableFuture<Claim> out = claims.claimLate("a").toCompletableFuture();

    disk.complete(null);

    assertThat(queued).isCompletedWithValue(true);
    assertThat(out.join().first()).isTrue();
  }

  @Test
  void a_message_whose_end_can_not_be_stored_still_runs() {
    deferred(first);
    first.end(Holder.NOBODY, () -> disk);
    disk.completeExceptionally(new IOException("full"));

    assertThat(endLease("a")).isEqualTo(Holder.HANDLER);
    assertThat(first.end(Holder.NOBODY, () -> completedStage(null)).toCompletableFuture())
        .isCompletedWithValue(true);
  }

  @Test
  void a_message_that_was_answered_in_time_is_not_handled_again_by_what_is_left_of_it_on_disk() {
    first.publish("answer");

    assertThat(late("a").first()).isFalse();
    assertThat(late("a").holder()).isEqualTo(Holder.NOBODY);
    assertThat(endLease("a")).isEqualTo(Holder.NOBODY);
  }

  @Test
  void a_failure_while_it_is_stored_does_not_run_it_twice() {
    first.defer(Holder.HANDLER, "", () -> disk);
    first.fail(new IllegalStateException());

    disk.complete(null);

    assertThat(claim("a").first()).isFalse();
    assertThat(endLease("a")).isEqualTo(Holder.HANDLER);
  }

  private static void deferred(Claim claim) {
    claim.defer(Holder.HANDLER, "", () -> completedStage(null));
  }

  private Claim claim(String key) {
    return claims.claim(key, 0).toCompletableFuture().join();
  }

  private Claim late(String key) {
    return claims.claimLate(key).toCompletableFuture().join();
  }

  private Holder endLease(String key) {
    return claims.endLease(key).toCompletableFuture().join();
  }
}
