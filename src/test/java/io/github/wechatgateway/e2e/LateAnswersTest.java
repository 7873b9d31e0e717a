package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.junit.Delivered;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.message.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What users get whose answers are not ready in time, with late-reply=customer-service. */
@Execution(ExecutionMode.SAME_THREAD)
class LateAnswersTest {
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.late.delays", "1,1")
          .setting("wechat.outbox.delays", "1,1,1")
          .handler("on-text", LateAnswersTest::handle)
          .handler("send-typing", LateAnswersTest::type);

  private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();
  private static final List<String> TYPED = new CopyOnWriteArrayList<>();
  private static final List<String> RUNS = new CopyOnWriteArrayList<>();

  @Test
  void an_answer_that_is_late_follows_once_and_the_callback_was_answered_empty() {
    Delivered delivered = text("wait: late");
    open("late");

    delivered.isNothing();
    assertThat(delivered.tries()).hasSize(1);
    assertThat(delivered.seconds().get(0)).isBetween(4.0, 5.0);
    await()
        .untilAsserted(
            () -> assertThat(texts("wait: late")).containsExactly("answer to wait: late"));
    assertThat(runs("wait: late")).isEqualTo(1);
  }

  @Test
  void the_user_is_shown_that_it_is_being_written() {
    TYPED.clear();
    text("wait: typing");

    await().untilAsserted(() -> assertThat(TYPED).contains("oSandboxUser1"));
    open("typing");
  }

  @Test
  void a_handler_that_fails_is_run_again_and_its_answer_follows() {
    Delivered delivered = text("fail once: a");

    delivered.isNothing();
    assertThat(delivered.seconds().get(0)).isLessThan(3);
    await()
        .untilAsserted(
            () -> assertThat(texts("fail once")).containsExactly("answer to fail once: a"));
    assertThat(runs("fail once: a")).isEqualTo(2);
  }

  @Test
  void a_handler_that_always_fails_is_given_up() {
    text("fail").isNothing();

    await().untilAsserted(() -> assertThat(runs("fail")).isEqualTo(3));
    await()
        .during(Duration.ofSeconds(3))
        .untilAsserted(() -> assertThat(runs("fail")).isEqualTo(3));
    assertThat(texts("answer to fail.")).isEmpty();
  }

  @Test
  void of_a_long_text_the_beginning_is_the_reply_and_the_rest_follows_in_order() {
    Delivered delivered = text("long");

    delivered.isText("字".repeat(682));
    await()
        .untilAsserted(
            () -> assertThat(texts("字")).containsExactly("字".repeat(682), "字".repeat(36)));
  }

  @Test
  void a_reply_that_a_customer_service_message_alone_can_carry_follows() {
    text("menu").isNothing();

    await().untilAsserted(() -> assertThat(sent("msgmenu")).hasSize(1));
  }

  @Test
  void what_wechat_does_not_take_is_sent_again() {
    GATEWAY.fault(Map.of("path", "/cgi-bin/message/custom/send", "errcode", -1, "times", 2));
    text("wait: busy").isNothing();
    open("busy");

    await().untilAsserted(() -> assertThat(texts("wait: busy")).hasSize(1));
  }

  private static Delivered text(String content) {
    return GATEWAY.text(content);
  }

  private static List<JsonNode> sent(String msgType) {
    return GATEWAY.sentTo("oSandboxUser1").stream()
        .filter(it -> it.path("msgtype").asText().equals(msgType))
        .toList();
  }

  private static List<String> texts(String part) {
    return sent("text").stream()
        .map(it -> it.path("text").path("content").asText())
        .filter(text -> text.contains(part))
        .toList();
  }

  private static void open(String gate) {
    gate(gate).countDown();
  }

  private static CountDownLatch gate(String name) {
    return GATES.computeIfAbsent(name, same -> new CountDownLatch(1));
  }

  private static long runs(String content) {
    return RUNS.stream().filter(content::equals).count();
  }

  private static void type(Exchange exchange) {
    TYPED.add(exchange.getProperty("wechatUser", String.class));
  }

  private static void handle(Exchange exchange) throws InterruptedException {
    String content = exchange.getMessage().getBody(Text.class).content();
    RUNS.add(content);
    Object reply = "answer to " + content;
    if (content.startsWith("wait: ")) {
      gate(content.substring(6)).await();
    } else if (content.equals("fail") || (content.startsWith("fail once") && runs(content) == 1)) {
      throw new IllegalStateException("as the test says");
    } else if (content.equals("long")) {
      reply = "字".repeat(1400);
    } else if (content.equals("menu")) {
      Map<String, Object> entry = Map.of("id", "1", "content", "yes");
      reply = Map.of("msgtype", "msgmenu", "msgmenu", Map.of("list", List.of(entry)));
    }
    exchange.getMessage().setBody(reply);
  }
}
