package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** With a client that behaves as WeChat does: five seconds, three tries. */
@Execution(ExecutionMode.CONCURRENT)
class TriesTest {
  private final WeChatClient wechat = new WeChatClient();

  @Test
  void fifty_copies_at_once_run_the_handler_once_and_all_get_its_answer() {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("fifty");
    Delivery delivery = delivery("plain", MisbehavingHandler.waitAt("fifty"));

    List<CompletableFuture<String>> copies =
        IntStream.range(0, 50).mapToObj(i -> delivery.tryAsync()).toList();
    openAfter(gate, 1);

    assertThat(copies)
        .extracting(CompletableFuture::join)
        .allMatch(xml -> content(xml).equals("run 1"));
    assertThat(gate.runs()).isEqualTo(1);
  }

  @Test
  void an_answer_that_takes_seven_seconds_goes_to_the_second_try() {
    Delivery delivery = delivery("plain", MisbehavingHandler.waitAt("seven"));
    openAfter(MisbehavingHandler.gate("seven"), 7);

    List<String> answers = delivery.deliver();

    assertThat(answers).hasSize(2);
    assertThat(content(answers.get(1))).isEqualTo("run 1");
  }

  @Test
  void an_answer_that_takes_twelve_seconds_goes_to_the_third() {
    Delivery delivery = delivery("plain", MisbehavingHandler.waitAt("twelve"));
    openAfter(MisbehavingHandler.gate("twelve"), 12);

    List<String> answers = delivery.deliver();

    assertThat(answers).hasSize(3);
    assertThat(content(answers.get(2))).isEqualTo("run 1");
  }

  @Test
  void a_third_try_that_is_too_early_gets_the_late_text_in_time() {
    List<String> answers = delivery("late", MisbehavingHandler.waitAt("never")).deliver();

    assertThat(answers).hasSize(3);
    assertThat(content(answers.get(2))).isEqualTo(RunningGateway.LATE_TEXT);
  }

  @Test
  void without_a_late_text_a_third_try_that_is_too_early_gets_an_empty_answer_in_time() {
    List<String> answers = delivery("plain", MisbehavingHandler.waitAt("nothing")).deliver();

    assertThat(answers).containsExactly(Delivery.NO_ANSWER, Delivery.NO_ANSWER, "");
  }

  @Test
  void a_handler_that_fails_is_run_again_by_the_next_try() {
    List<String> answers = delivery("plain", MisbehavingHandler.failOnceAt("again")).deliver();

    assertThat(answers).hasSize(2);
    assertThat(content(answers.get(1))).isEqualTo("run 2");
  }

  @Test
  void a_handler_that_fails_on_every_try_leaves_the_late_text_to_the_third() {
    List<String> answers = delivery("late", MisbehavingHandler.FAIL).deliver();

    assertThat(answers).hasSize(3);
    assertThat(content(answers.get(2))).isEqualTo(RunningGateway.LATE_TEXT);
  }

  @Test
  void the_second_try_of_an_encrypted_message_is_answered_encrypted() {
    Delivery delivery = delivery("safe", MisbehavingHandler.waitAt("sealed")).sealed();
    openAfter(MisbehavingHandler.gate("sealed"), 7);

    List<String> answers = delivery.deliver();

    assertThat(answers).hasSize(2);
    assertThat(content(wechat.opened(answers.get(1)))).isEqualTo("run 1");
  }

  @Test
  void each_try_is_answered_in_the_form_in_which_it_came() {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("forms");
    Delivery plain = delivery("compatible", MisbehavingHandler.waitAt("forms"));

    CompletableFuture<String> first = plain.sealed().tryAsync();
    await().until(() -> gate.runs() == 1);
    CompletableFuture<String> second = plain.tryAsync();
    openAfter(gate, 1);

    assertThat(content(second.join())).isEqualTo("run 1");
    assertThat(wechat.opened(first.join())).isEqualTo(second.join());
    assertThat(gate.runs()).isEqualTo(1);
  }

  @AfterAll
  static void open_the_gates() {
    MisbehavingHandler.gate("never").open();
    MisbehavingHandler.gate("nothing").open();
  }

  private Delivery delivery(String account, String title) {
    return Delivery.of(wechat, RunningGateway.url(account), Xml.link(title));
  }

  private static void openAfter(MisbehavingHandler.Gate gate, int seconds) {
    CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(gate::open);
  }

  private static String content(String xml) {
    return Xml.text(xml, "Content");
  }
}
