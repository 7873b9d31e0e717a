package io.github.wechatgateway.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  @Test
  void findings_are_told_in_the_order_of_the_checks() {
    CountDownLatch second = new CountDownLatch(1);
    Lines lines =
        Lines.of(
            List.of(
                check("one", () -> afterwards(second)),
                check("two", () -> before(second)),
                check("three", () -> Finding.warning("slow", "wait"))));

    assertThat(lines.all()).hasSize(3);
    assertThat(lines.all().get(0)).matches("ok       one \\(.* s\\): fine");
    assertThat(lines.all().get(1)).matches("ok       two \\(.* s\\): fine");
    assertThat(lines.all().get(2)).matches("warning  three \\(.* s\\): slow -> wait");
  }

  @Test
  void warnings_are_good_enough() {
    assertThat(Lines.of(List.of(check("one", () -> Finding.warning("slow", "wait")))).good())
        .isTrue();
  }

  @Test
  void a_problem_is_not() {
    assertThat(
            Lines.of(
                    List.of(
                        check("one", () -> Finding.problem("gone", "look")),
                        check("two", () -> Finding.ok("fine"))))
                .good())
        .isFalse();
  }

  @Test
  void what_hangs_is_a_problem_and_does_not_keep_the_others() {
    CountDownLatch never = new CountDownLatch(1);
    Lines lines =
        Lines.of(
            List.of(
                check("hangs", () -> afterwards(never)), check("runs", () -> Finding.ok("fine"))),
            SHORT);

    assertThat(lines.good()).isFalse();
    assertThat(lines.all().get(0))
        .isEqualTo("problem  hangs (0.3 s): not done within 0.3 s -> look");
    assertThat(lines.about("runs")).startsWith("ok");
  }

  @Test
  void an_exception_is_told_without_its_text() {
    Lines lines =
        Lines.of(
            List.of(
                check(
                    "one",
                    () -> {
                      throw new IllegalStateException("SECRETBAR");
                    })));

    assertThat(lines.about("one"))
        .startsWith("problem")
        .contains("IllegalStateException -> look")
        .doesNotContain("SECRETBAR");
  }

  private static Check check(String name, Callable<Finding> work) {
    return new Check(name, work, "look");
  }

  private static Finding afterwards(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return Finding.ok("fine");
  }

  private static Finding before(CountDownLatch latch) {
    latch.countDown();
    return Finding.ok("fine");
  }
}
