package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
  void handlers_that_block_delay_no_callback_of_another_kind() {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("block");
    List<CompletableFuture<String>> blocked =
        IntStream.range(0, 100)
            .mapToObj(i -> delivery("plain", MisbehavingHandler.waitAt("block")).tryAsync())
            .toList();
    openAfter(gate, 4);

    long begun = System.nanoTime();
    String answer = Delivery.of(wechat, RunningGateway.url("plain"), Xml.text("hi")).tryOnce();

    assertThat(content(answer)).contains("您好");
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isLessThan(3);
    CompletableFuture.allOf(blocked.toArray(CompletableFuture[]::new)).join();
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
