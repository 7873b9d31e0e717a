package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.e2e.TakingWeChat.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * kill -9 at moments that matter, as they are seen from outside: nothing acknowledged is lost, and
 * nothing comes twice but what WeChat was being sent. {@link KillNineIT} does it at any moment.
 */
@Order(2)
class KillPointsIT {
  private static final int SOME = 20;
  private static final Duration TO_COME = Duration.ofMinutes(1);
  private static final Duration INTO_THE_STOP = Duration.ofMillis(100);

  private static TakingWeChat wechat;
  private static GatewayLives lives;
  private static int number = 1_000;

  @BeforeAll
  static void all_gateways_have_the_same_data(@TempDir Path empty) throws IOException {
    WorkingFolder folder = WorkingFolder.in(empty);
    LateTexts.putInto(folder);
    wechat = new TakingWeChat();
    Map<String, String> settings = LateTexts.settings(wechat);
    settings.put("WECHAT_LATE_LEASES", "1,1,1");
    settings.put("WECHAT_API_RETRY_DELAY", "100");
    settings.put("WECHAT_OUTBOX_PER_ACCOUNT", "16");
    lives = new GatewayLives(folder.path(), settings);
  }

  @AfterEach
  void wechat_takes_all_again() {
    wechat.answer(text -> Answer.TAKEN);
    wechat.whenAnswered(text -> {});
  }

  @AfterAll
  static void end() {
    lives.close();
    wechat.close();
  }

  @Test
  void while_it_starts() {
    Crash crash = crash(some("late"));
    crash.allAcknowledged();
    crash.kill();
    assertThat(crash.ledger().lost()).as("still to come").isNotEmpty();

    for (int millis = 500; millis < 3_000; millis += 800) {
      crash.startAndKill(Duration.ofMillis(millis));
    }

    crash.assertThatNothingIsLostNorComesTwice();
  }

  /** Its message lies in its lease, or waits to be run again. */
  @ParameterizedTest
  @ValueSource(strings = {"late", "fails once"})
  void as_the_first_empty_answer_is_read(String kind) {
    Crash crash = crash(some(kind));

    crash.killAsOneIsAcknowledged();
    assertThat(crash.ledger().lost()).as("still to come").isNotEmpty();

    crash.assertThatNothingIsLostNorComesTwice();
  }

  @Test
  void as_the_beginning_of_a_long_answer_is_read() {
    Crash crash = crash(some(LateTexts.inParts("quick")).subList(0, 1));

    crash.killAsOneIsAcknowledged();
    assertThat(crash.ledger().lost()).as("still to come").isNotEmpty();

    crash.assertThatNothingIsLostNorComesTwice();
  }

  @Test
  void while_handlers_run() {
    List<UserText> texts = some("slow");
    Crash crash = crash(texts);
    crash.allAcknowledged();

    crash.kill();

    crash.assertThatNothingIsLostNorComesTwice();
    assertThat(crash.ledger().ranAgain()).hasSameSizeAs(texts);
    assertThat(crash.ledger().answeredTwice()).isEmpty();
  }

  @Test
  void while_wechat_has_a_message_and_has_not_said_so() {
    Set<String> silently = ConcurrentHashMap.newKeySet();
    wechat.answer(
        text -> {
          silently.add(text);
          return Answer.TAKEN_SILENTLY;
        });
    Crash crash = crash(some("late"));
    crash.begin();
    await().atMost(TO_COME).until(() -> silently.size() > 1);

    crash.kill();
    wechat.answer(text -> Answer.TAKEN);

    crash.assertThatNothingIsLostNorComesTwice();
    assertThat(crash.ledger().answeredTwice()).hasSameElementsAs(silently);
  }

  @Test
  void as_wechat_has_said_that_it_has_a_message() {
    Crash crash = crash(some(LateTexts.inParts("late")));
    GatewayProcess gateway = lives.gateway();
    wechat.whenAnswered(
        text -> {
          if (text.endsWith(".2")) {
            gateway.kill();
          }
        });

    crash.begin();
    crash.ends();
    assertThat(crash.ledger().lost()).as("still to come").isNotEmpty();

    crash.assertThatNothingIsLostNorComesTwice();
  }

  @Test
  void between_two_parts_of_an_answer_that_another_waits_behind() {
    // One user, and a call that hangs: one that waited for its repeat would be overtaken.
    List<UserText> first = some(LateTexts.inParts("late")).subList(0, 1);
    List<UserText> second = first.stream().map(text -> text.andThen("late", number++)).toList();
    Set<String> lost = ConcurrentHashMap.newKeySet();
    wechat.answer(
        text -> {
          if (text.endsWith(".2")) {
            lost.add(text);
            return Answer.LOST;
          }
          return Answer.TAKEN;
        });
    Crash crash = crash(Stream.concat(first.stream(), second.stream()).toList());
    crash.allAcknowledged();
    await().atMost(TO_COME).until(() -> !lost.isEmpty());

    crash.kill();
    wechat.answer(text -> Answer.TAKEN);

    crash.assertThatNothingIsLostNorComesTwice();
    assertThat(crash.ledger().answeredTwice()).isEmpty();
  }

  @Test
  void while_it_stops() throws InterruptedException {
    Crash crash = crash(IntStream.range(0, SOME).boxed().flatMap(i -> mixed()).toList());
    crash.acknowledged(SOME);
    lives.gateway().terminate();
    TimeUnit.MILLISECONDS.sleep(INTO_THE_STOP.toMillis());

    crash.kill();

    crash.assertThatNothingIsLostNorComesTwice();
  }

  private static Stream<UserText> mixed() {
    return Stream.of("late", "slow", "fails once").map(kind -> new UserText(kind, number++));
  }

  private static List<UserText> some(String kind) {
    return IntStream.range(0, SOME).mapToObj(i -> new UserText(kind, number++)).toList();
  }

  private static Crash crash(List<UserText> texts) {
    return new Crash(lives, wechat, texts);
  }
}
