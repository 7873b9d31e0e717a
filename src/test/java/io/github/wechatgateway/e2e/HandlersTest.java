package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.spi.InflightRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Where handlers run, how many of them, and how long. */
class HandlersTest {
  private static final String DOOR = "receive-callback";

  private final WeChatClient wechat = new WeChatClient();

  @Test
  void a_hundred_that_block_delay_no_callback_of_another_kind() {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("block");
    try (RunningGateway gateway = RunningGateway.start(Map.of())) {
      List<CompletableFuture<String>> blocked =
          IntStream.range(0, 100)
              .mapToObj(i -> waitingAt("block", gateway.at("plain")).tryAsync())
              .toList();
      CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS).execute(gate::open);
      await().until(() -> gateway.context().getInflightRepository().size() >= 100);

      long begun = System.nanoTime();
      String answer = Delivery.of(wechat, gateway.at("plain"), Xml.text("hi")).tryOnce();

      assertThat(content(answer)).contains("您好");
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isLessThan(3);
      CompletableFuture.allOf(blocked.toArray(CompletableFuture[]::new)).join();
    }
  }

  @Test
  void none_runs_on_the_event_loop() {
    assertThat(thread()).doesNotContain("eventloop");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void each_has_a_virtual_thread() {
    assertThat(thread()).startsWith("java.lang.VirtualThread ");
  }

  @Test
  void while_too_many_run_a_try_is_left_open_and_a_later_one_runs() {
    MisbehavingHandler.Gate crowd = MisbehavingHandler.gate("crowd");
    MisbehavingHandler.Gate late = MisbehavingHandler.gate("late to the crowd");
    late.open();
    try (RunningGateway gateway =
        RunningGateway.start(Map.of("wechat.handlers.max-running", "2"))) {
      Delivery running = waitingAt("crowd", gateway.at("safe")).sealed();
      running.tryAsync();
      waitingAt("crowd", gateway.at("plain")).tryAsync();
      await().until(() -> crowd.runs() == 2);
      Delivery third = waitingAt("late to the crowd", gateway.at("safe")).sealed();

      assertThat(third.tryOnce()).isEqualTo(Delivery.NO_ANSWER);
      assertThat(late.runs()).isZero();
      crowd.open();
      assertThat(content(wechat.opened(running.tryOnce()))).startsWith("run ");

      assertThat(content(wechat.opened(third.tryOnce()))).isEqualTo("run 1");
      assertThat(late.tries()).containsExactly(2);
    }
  }

  @Test
  void one_whose_try_was_closed_goes_on_for_the_next_try_and_leaves_nothing_behind() {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("closed");
    try (RunningGateway gateway = RunningGateway.start(Map.of())) {
      InflightRepository inFlight = gateway.context().getInflightRepository();
      Delivery delivery = waitingAt("closed", gateway.at("plain"));
      Try closed = delivery.send();
      await().until(() -> inFlight.size(DOOR) == 1 && inFlight.size("on-link") == 1);
      closed.hangUp();
      await().until(() -> inFlight.size(DOOR) == 0);
      assertThat(inFlight.size("on-link")).isEqualTo(1);

      CompletableFuture<String> next = delivery.tryAsync();
      await().until(() -> inFlight.size(DOOR) == 1);
      gate.open();

      assertThat(content(next.join())).isEqualTo("run 1");
      assertThat(gate.runs()).isEqualTo(1);
      await().until(() -> inFlight.size() + inFlight.size(DOOR) + inFlight.size("on-link") == 0);
    }
  }

  private Delivery waitingAt(String gate, URI url) {
    return Delivery.of(wechat, url, Xml.link(MisbehavingHandler.waitAt(gate)));
  }

  private String thread() {
    String link = Xml.link(MisbehavingHandler.TELL_THREAD);
    return content(Delivery.of(wechat, RunningGateway.url("plain"), link).tryOnce());
  }

  private static String content(String xml) {
    return Xml.text(xml, "Content");
  }
}
