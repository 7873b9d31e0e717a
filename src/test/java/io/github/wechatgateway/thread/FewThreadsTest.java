package io.github.wechatgateway.thread;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FewThreadsTest {
  private final ThreadPoolExecutor cached = (ThreadPoolExecutor) Executors.newCachedThreadPool();
  private final FewThreads threads = new FewThreads(cached, 2);

  @AfterEach
  void end() {
    cached.shutdownNow();
  }

  @Test
  void an_idle_thread_is_used_again_before_there_is_another() throws Exception {
    FewThreads many = new FewThreads(cached, 20);
    for (int task = 0; task < 20; task++) {
      CompletableFuture.runAsync(() -> {}, many).get(10, SECONDS);
    }

    assertThat(cached.getLargestPoolSize()).isLessThan(5); // one may not lie idle quite yet
  }

  @Test
  void what_finds_all_threads_busy_waits_and_runs_in_order() {
    CountDownLatch held = new CountDownLatch(1);
    List<String> ran = new CopyOnWriteArrayList<>();
    hold(held);
    hold(held);
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> ran.add("first"), threads);
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> ran.add("second"), threads);
    await().until(() -> cached.getPoolSize() == 2);
    assertThat(ran).isEmpty();

    held.countDown();

    assertThat(CompletableFuture.allOf(first, second)).succeedsWithin(10, SECONDS);
    assertThat(ran).contains("first", "second");
    assertThat(cached.getLargestPoolSize()).isEqualTo(2);
  }

  @Test
  void a_task_for_which_no_thread_starts_takes_no_place() {
    FewThreads refused =
        new FewThreads(
            task -> {
              throw new RejectedExecutionException();
            },
            1);

    for (int task = 0; task < 3; task++) {
      assertThatThrownBy(() -> refused.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
    }
  }

  @Test
  void all_tasks_of_many_givers_run_on_no_more_threads_than_there_may_be() throws Exception {
    int each = 50_000;
    CountDownLatch ran = new CountDownLatch(4 * 2 * each);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Runnable task =
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          ran.countDown();
          running.decrementAndGet();
        };
    Runnable twice =
        () -> {
          task.run();
          threads.executeNext(task);
        };
    for (int giver = 0; giver < 4; giver++) {
      cached.execute(() -> IntStream.range(0, each).forEach(number -> threads.execute(twice)));
    }

    assertThat(ran.await(60, SECONDS)).as("%d did not run", ran.getCount()).isTrue();
    assertThat(most).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void who_waits_behind_a_long_task_gets_another_thread() {
    CountDownLatch held = new CountDownLatch(1);
    CompletableFuture.runAsync(() -> {}, threads).join();
    hold(held);

    assertThat(CompletableFuture.runAsync(() -> {}, threads)).succeedsWithin(10, SECONDS);
    held.countDown();
  }

  @Test
  void a_task_after_one_that_got_no_thread_runs() {
    AtomicInteger given = new AtomicInteger();
    FewThreads one =
        new FewThreads(
            task -> {
              if (given.getAndIncrement() == 0) {
                throw new RejectedExecutionException();
              }
              cached.execute(task);
            },
            1);
    assertThatThrownBy(() -> one.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);

    assertThat(CompletableFuture.runAsync(() -> {}, one)).succeedsWithin(10, SECONDS);
  }

  private void hold(CountDownLatch held) {
    threads.execute(
        () -> {
          try {
            held.await();
          } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
