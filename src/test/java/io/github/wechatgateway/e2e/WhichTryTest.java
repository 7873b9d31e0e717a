package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of WeChat's tries a handler is told it works for, and what comes of it. */
@Execution(ExecutionMode.CONCURRENT)
class WhichTryTest {
  private final WeChatClient wechat = new WeChatClient();
  private final URI plain = RunningGateway.url("plain"); // before any message has its time
  private final URI late = RunningGateway.url("late");

  @ParameterizedTest
  @CsvSource({"0, 1", "5, 2", "10, 3", "21, 3"})
  void what_we_see_first_is_told_by_its_own_time_as_after_a_restart(int age, int number) {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("aged " + age);
    gate.open();

    Delivery.of(wechat, plain, Xml.aged(age, link("aged " + age))).tryOnce();

    assertThat(gate.tries()).containsExactly(number);
  }

  @Test
  void a_handler_that_is_run_again_is_told_of_the_second_try() {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("told");

    Delivery.of(wechat, plain, Xml.link(MisbehavingHandler.failOnceAt("told"))).deliver();

    assertThat(gate.tries()).containsExactly(1, 2);
  }

  @Test
  void what_is_too_old_to_be_told_is_answered_in_time_as_the_last() {
    List<String> answers = Delivery.of(wechat, late, Xml.aged(21, link("old"))).deliver();

    assertThat(answers).hasSize(1);
    assertThat(Xml.text(answers.get(0), "Content")).isEqualTo(RunningGateway.LATE_TEXT);
  }

  @Test
  void after_a_restart_at_the_second_try_the_next_is_the_last() {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("restart");
    Delivery delivery = Delivery.of(wechat, late, Xml.aged(5, link("restart")));

    CompletableFuture<String> third = delivery.tryAfter(5);
    CompletableFuture<String> second = delivery.tryAsync();
    await().until(() -> gate.runs() == 1);

    assertThat(gate.tries()).containsExactly(2);
    assertThat(second.join()).isEqualTo(Delivery.NO_ANSWER);
    assertThat(third.join()).contains(RunningGateway.LATE_TEXT);
  }

  @Test
  void the_third_try_of_a_handler_that_fails_is_the_last_by_whichever_clock() {
    List<String> answers =
        Delivery.of(wechat, late, Xml.aged(-4, Xml.link(MisbehavingHandler.FAIL))).deliver();

    assertThat(answers).hasSize(3);
    assertThat(answers.get(2)).contains(RunningGateway.LATE_TEXT);
  }

  @AfterAll
  static void open_the_gates() {
    MisbehavingHandler.gate("old").open();
    MisbehavingHandler.gate("restart").open();
  }

  private static String link(String gate) {
    return Xml.link(MisbehavingHandler.waitAt(gate));
  }
}
