package io.github.wechatgateway.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedThreadsTest {
  private final Deque<Runnable> given = new ArrayDeque<>();
  private final SharedThreads threads = new SharedThreads(given::add, given::add, 2);
  private final List<String> ran = new ArrayList<>();

  @Test
  void no_line_gets_more_than_its_share() {
    execute("a", 1, 2, 3);
    execute("b", 1);

    assertThat(given).hasSize(3);
  }

  @Test
  void what_waits_for_its_share_comes_behind_the_tasks_of_others() {
    execute("a", 1, 2, 3);
    execute("b", 1);

    while (!given.isEmpty()) {
      given.poll().run();
    }

    assertThat(ran).containsExactly("a1", "a2", "b1", "a3");
  }

  @Test
  void a_line_whose_tasks_have_ended_has_its_share_again() {
    execute("a", 1, 2, 3);
    while (!given.isEmpty()) {
      given.poll().run();
    }

    execute("a", 4, 5, 6);

    assertThat(given).hasSize(2);
  }

  private void execute(String line, int... tasks) {
    for (int task : tasks) {
      threads.execute(line, () -> ran.add(line + task));
    }
  }
}
