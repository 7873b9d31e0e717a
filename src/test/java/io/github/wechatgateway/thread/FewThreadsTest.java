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
    for (int task = 1; task <= 20; task++) {
      CompletableFuture.runAsync(() -> {}, many).get(10, SECONDS);
      int done = task;
      await().until(() -> cached.getCompletedTaskCount() == done && cached.getActiveCount() == 0);
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
    assertThat(cached.getPoolSize()).isEqualTo(2);
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
