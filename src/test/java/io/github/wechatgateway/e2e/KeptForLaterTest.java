package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.Delivered;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.message.Text;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Answers that go with the user's next message. */
@Execution(ExecutionMode.CONCURRENT)
class KeptForLaterTest {
  private static final CountDownLatch GATE = new CountDownLatch(1);
  private static final AtomicInteger WAITED = new AtomicInteger();

  @RegisterExtension
  static final GatewayExtension RETRIES =
      new GatewayExtension()
          .setting("wechat.accounts.demo.late-reply", "retries")
          .setting("wechat.accounts.demo.late-text", "请稍后再问")
          .handler("on-text", KeptForLaterTest::handle);

  @RegisterExtension
  static final GatewayExtension SERVICE =
      new GatewayExtension()
          .setting("wechat.callback.budget", "900")
          .handler("on-text", KeptForLaterTest::handle);

  @RegisterExtension
  static final GatewayExtension NO_RIGHT =
      new GatewayExtension()
          .setting("wechat.callback.budget", "900")
          .setting("wechat.late.no-right-time", "1")
          .handler("on-text", KeptForLaterTest::handle);

  @Test
  void what_even_the_third_try_was_too_early_for_goes_with_the_next_message() {
    Delivered slow = RETRIES.text("wait");

    slow.isText("请稍后再问");
    assertThat(slow.tries()).hasSize(3);
    assertThat(WAITED).hasValue(1);
    GATE.countDown();
    await().untilAsserted(() -> RETRIES.text("hi").isText("answer to wait\nanswer to hi"));
    RETRIES.text("again").isText("answer to again");
    assertThat(RETRIES.sentTo("oSandboxUser1")).isEmpty();
  }

  @Test
  void what_wechat_takes_only_when_the_user_writes_again_goes_with_his_next_message() {
    SERVICE.fault(Map.of("path", "/cgi-bin/message/custom/send", "errcode", 45015, "times", 1));

    SERVICE.text("slow").isNothing();

    await().untilAsserted(() -> SERVICE.text("hi").isText("answer to slow\nanswer to hi"));
    assertThat(SERVICE.sentTo("oSandboxUser1")).isEmpty();
  }

  @Test
  void an_account_that_may_not_send_counts_on_the_tries_for_a_while() {
    NO_RIGHT.fault(Map.of("path", "/cgi-bin/message/custom/send", "errcode", 48001, "times", 1));
    NO_RIGHT.deliverAs(user2("slow")).isNothing();

    await()
        .untilAsserted(
            () -> NO_RIGHT.deliverAs(user2("hello")).isText("answer to slow\nanswer to hello"));
    await()
        .untilAsserted( // and back
            () -> {
              NO_RIGHT.deliverAs(user2("slow")).isNothing();
              assertThat(NO_RIGHT.sentTo("oSandboxUser2")).isNotEmpty();
            });
  }

  private static Map<String, Object> user2(String content) {
    return Map.of(
        "user", "oSandboxUser2", "message", Map.of("MsgType", "text", "Content", content));
  }

  private static void handle(Exchange exchange) throws InterruptedException {
    String content = exchange.getMessage().getBody(Text.class).content();
    if (content.equals("wait")) {
      WAITED.incrementAndGet();
      GATE.await();
    } else if (content.equals("slow")) {
      new CountDownLatch(1).await(1500, TimeUnit.MILLISECONDS);
    }
    exchange.getMessage().setBody("answer to " + content);
  }
}
