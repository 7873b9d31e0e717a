package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.Delivered;
import io.github.wechatgateway.junit.GatewayExtension;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the user sees of a handler that takes its time, or fails. */
@Execution(ExecutionMode.CONCURRENT)
class TriesTest {
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.accounts.demo.late-reply", "retries")
          .setting("wechat.accounts.late.app-id", "wxlate")
          .setting("wechat.accounts.late.app-secret", "secret")
          .setting("wechat.accounts.late.token", "latetoken")
          .setting("wechat.accounts.late.late-reply", "retries")
          .setting("wechat.accounts.late.late-text", RunningGateway.LATE_TEXT)
          .handler("on-link", new MisbehavingHandler());

  /** The first messages load classes: they would be late where WeChat's seconds count. */
  @BeforeAll
  static void warm_up() {
    deliver("demo", "safe", MisbehavingHandler.STOP);
    deliver("late", "plain", MisbehavingHandler.STOP);
  }

  @Test
  void an_answer_that_takes_seven_seconds_goes_to_the_second_try() {
    openAfter(MisbehavingHandler.gate("seven"), 7);

    Delivered delivered = deliver("demo", "plain", MisbehavingHandler.waitAt("seven"));

    delivered.isText("run 1");
    assertThat(delivered.tries()).hasSize(2);
  }

  @Test
  void an_answer_that_takes_twelve_seconds_goes_to_the_third() {
    openAfter(MisbehavingHandler.gate("twelve"), 12);

    Delivered delivered = deliver("demo", "plain", MisbehavingHandler.waitAt("twelve"));

    delivered.isText("run 1");
    assertThat(delivered.tries()).hasSize(3);
    assertThat(delivered.seconds().subList(0, 2)).allMatch(seconds -> seconds >= 5);
    assertThat(delivered.seconds().get(2)).isLessThan(5);
  }

  @Test
  void a_third_try_that_is_too_early_gets_the_late_text_in_time() {
    Delivered delivered = deliver("late", "plain", MisbehavingHandler.waitAt("never"));

    delivered.isText(RunningGateway.LATE_TEXT);
    assertThat(delivered.tries()).hasSize(3);
  }

  @Test
  void without_a_late_text_a_third_try_that_is_too_early_gets_an_empty_answer_in_time() {
    Delivered delivered = deliver("demo", "plain", MisbehavingHandler.waitAt("nothing"));

    delivered.isNothing();
    assertThat(delivered.tries()).hasSize(3);
  }

  @Test
  void a_handler_that_fails_is_run_again_by_the_next_try() {
    Delivered delivered = deliver("demo", "plain", MisbehavingHandler.failOnceAt("again"));

    delivered.isText("run 2");
    assertThat(delivered.tries()).hasSize(2);
  }

  @Test
  void a_handler_that_fails_on_every_try_leaves_the_late_text_to_the_third() {
    deliver("late", "plain", MisbehavingHandler.FAIL).isText(RunningGateway.LATE_TEXT);
  }

  @Test
  void the_second_try_of_an_encrypted_message_is_answered_encrypted() {
    openAfter(MisbehavingHandler.gate("sealed"), 7);

    Delivered delivered = deliver("demo", "safe", MisbehavingHandler.waitAt("sealed"));

    delivered.isText("run 1");
    assertThat(delivered.tries()).hasSize(2);
  }

  @AfterAll
  static void open_the_gates() {
    MisbehavingHandler.gate("never").open();
    MisbehavingHandler.gate("nothing").open();
  }

  private static Delivered deliver(String account, String mode, String title) {
    Map<String, String> link =
        Map.of("MsgType", "link", "Title", title, "Description", "d", "Url", "https://example.com");
    return GATEWAY.deliverAs(Map.of("account", account, "mode", mode, "message", link));
  }

  private static void openAfter(MisbehavingHandler.Gate gate, int seconds) {
    CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(gate::open);
  }
}
