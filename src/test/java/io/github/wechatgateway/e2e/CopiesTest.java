package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * WeChat asks again, five and ten seconds after the first try, for an answer that did not come
 * through.
 */
@Execution(ExecutionMode.CONCURRENT)
class CopiesTest {
  private final WeChatClient wechat = new WeChatClient();

  @Test
  void fifty_at_once_run_the_handler_once_and_all_get_its_answer() {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("fifty");
    Delivery delivery = delivery("plain", "fifty");

    List<CompletableFuture<String>> copies =
        IntStream.range(0, 50).mapToObj(i -> delivery.tryAsync()).toList();
    openAfterASecond(gate);

    assertThat(answers(copies)).allMatch(xml -> content(xml).equals("run 1"));
    assertThat(gate.runs()).isEqualTo(1);
  }

  @Test
  void each_is_answered_in_the_form_in_which_it_came() {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("forms");
    Delivery plain = delivery("compatible", "forms");

    CompletableFuture<String> first = plain.sealed().tryAsync();
    await().until(() -> gate.runs() == 1);
    CompletableFuture<String> second = plain.tryAsync();
    openAfterASecond(gate);

    assertThat(content(second.join())).isEqualTo("run 1");
    assertThat(wechat.opened(first.join())).isEqualTo(second.join());
    assertThat(gate.runs()).isEqualTo(1);
  }

  @Test
  void copies_of_an_answered_message_get_the_same_answer() {
    MisbehavingHandler.Gate gate = opened("answered");
    Delivery delivery = delivery("plain", "answered");
    List<CompletableFuture<String>> copies = atFiveAndTenSeconds(delivery);

    String first = delivery.tryOnce();

    assertThat(content(first)).isEqualTo("run 1");
    assertThat(answers(copies)).containsExactly(first, first);
    assertThat(gate.runs()).isEqualTo(1);
  }

  @Test
  void copies_of_an_encrypted_message_get_the_same_answer_encrypted_anew() {
    MisbehavingHandler.Gate gate = opened("encrypted");
    Delivery delivery = delivery("safe", "encrypted").sealed();
    List<CompletableFuture<String>> copies = atFiveAndTenSeconds(delivery);

    String first = delivery.tryOnce();

    List<String> all = Stream.concat(Stream.of(first), answers(copies).stream()).toList();
    assertThat(all).doesNotHaveDuplicates();
    assertThat(all).extracting(wechat::opened).containsOnly(wechat.opened(first));
    assertThat(content(wechat.opened(first))).isEqualTo("run 1");
    assertThat(gate.runs()).isEqualTo(1);
  }

  @Test
  void copies_get_the_answer_whose_connection_broke_on_the_way() {
    MisbehavingHandler.Gate gate = opened("broken");
    Delivery delivery = delivery("plain", "broken");
    List<CompletableFuture<String>> copies = atFiveAndTenSeconds(delivery);

    delivery.send().breakOffWithinAnswer();

    assertSame("run 1", copies);
    assertThat(gate.runs()).isEqualTo(1);
  }

  @Test
  void copies_get_the_answer_that_came_after_wechat_hung_up_early() {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("early");
    Delivery delivery = delivery("plain", "early");
    List<CompletableFuture<String>> copies = atFiveAndTenSeconds(delivery);

    Try first = delivery.send();
    await().until(() -> gate.runs() == 1);
    first.hangUp();
    gate.open();

    assertSame("run 1", copies);
    assertThat(gate.runs()).isEqualTo(1);
  }

  @Test
  void copies_of_a_message_that_was_answered_with_nothing_get_nothing() {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate("silent");
    Delivery delivery =
        Delivery.of(
            wechat,
            RunningGateway.url("plain"),
            Xml.link(MisbehavingHandler.sayNothingAt("silent")));
    List<CompletableFuture<String>> copies = atFiveAndTenSeconds(delivery);

    assertThat(delivery.tryOnce()).isEmpty();

    assertThat(answers(copies)).containsExactly("", "");
    assertThat(gate.runs()).isEqualTo(1);
  }

  @Test
  void a_copy_right_after_the_answer_gets_it_too() {
    MisbehavingHandler.Gate gate = opened("at once");
    Delivery delivery = delivery("plain", "at once");

    assertThat(delivery.tryOnce()).isEqualTo(delivery.tryOnce());
    assertThat(gate.runs()).isEqualTo(1);
  }

  @Test
  void an_event_that_is_delivered_twice_is_handled_once() {
    MisbehavingHandler.Gate gate = opened("event");
    String scan = Xml.scan(MisbehavingHandler.waitAt("event"), "a");

    assertThat(answersTo(scan, scan)).containsExactly("run 1", "run 1");
    assertThat(gate.runs()).isEqualTo(1);
  }

  @Test
  void two_events_of_one_user_in_one_second_are_two() {
    MisbehavingHandler.Gate gate = opened("two events");
    String scan = Xml.scan(MisbehavingHandler.waitAt("two events"), "a");
    String another = scan.replace("<Ticket>a</Ticket>", "<Ticket>b</Ticket>");

    assertThat(answersTo(scan, another)).containsExactly("run 1", "run 2");
    assertThat(gate.runs()).isEqualTo(2);
  }

  @Test
  void one_id_of_two_users_is_two_messages() {
    MisbehavingHandler.Gate gate = opened("two users");
    String link = Xml.link(MisbehavingHandler.waitAt("two users"));
    String another = link.replace(Xml.USER, "oAnotherOpenId");

    assertThat(answersTo(link, another)).containsExactly("run 1", "run 2");
    assertThat(gate.runs()).isEqualTo(2);
  }

  private Delivery delivery(String account, String gate) {
    String link = Xml.link(MisbehavingHandler.waitAt(gate));
    return Delivery.of(wechat, RunningGateway.url(account), link);
  }

  private List<String> answersTo(String... messages) {
    return Stream.of(messages)
        .map(xml -> Delivery.of(wechat, RunningGateway.url("plain"), xml).tryOnce())
        .map(CopiesTest::content)
        .toList();
  }

  private static MisbehavingHandler.Gate opened(String name) {
    MisbehavingHandler.Gate gate = MisbehavingHandler.gate(name);
    gate.open();
    return gate;
  }

  private static void openAfterASecond(MisbehavingHandler.Gate gate) {
    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(gate::open);
  }

  private static List<CompletableFuture<String>> atFiveAndTenSeconds(Delivery delivery) {
    return List.of(delivery.tryAfter(5), delivery.tryAfter(10));
  }

  private static List<String> answers(List<CompletableFuture<String>> copies) {
    return copies.stream().map(CompletableFuture::join).toList();
  }

  private static void assertSame(String content, List<CompletableFuture<String>> copies) {
    List<String> answers = answers(copies);
    assertThat(content(answers.get(0))).isEqualTo(content);
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
  }

  private static String content(String xml) {
    return Xml.text(xml, "Content");
  }
}
