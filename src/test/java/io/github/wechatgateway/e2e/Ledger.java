package io.github.wechatgateway.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What became of texts whose gateway was killed now and then. */
final class Ledger {
  /**
   * After its answer a text lies in its lease, of two seconds, and comes out of it a while later.
   */
  private static final long LEASE = TimeUnit.SECONDS.toNanos(3);

  /**
   * For so long after WeChat has a message it may not be on disk that it has: milliseconds, but not
   * in a process that is young, on a machine that is busy.
   */
  private static final long UNSETTLED = TimeUnit.SECONDS.toNanos(4);

  private final List<UserText> texts;
  private final TakingWeChat wechat;
  private final TreeSet<Long> kills = new TreeSet<>();
  private final Map<String, Long> runs = new TreeMap<>();

  Ledger(List<UserText> texts, TakingWeChat wechat) {
    this.texts = texts;
    this.wechat = wechat;
  }

  /** Or told to end: just now. */
  void killed() {
    kills.add(System.nanoTime());
  }

  /** The log of one gateway tells how often its handler ran. */
  void ran(String log) {
    LateTexts.runs(log).forEach((content, times) -> runs.merge(content, times, Long::sum));
  }

  /** Acknowledged, and of its answer nothing followed, or not all of it. */
  List<String> lost() {
    return contents(
        texts.stream()
            .filter(UserText::isAcknowledged)
            .filter(text -> answers(text).anyMatch(answer -> given(text, answer) == 0)));
  }

  List<String> answeredTwice() {
    return contents(textsAnsweredTwice());
  }

  List<String> ranAgain() {
    return contents(textsRunAgain());
  }

  /** With no kill from when it was posted to when it was out of its lease. */
  List<String> answeredTwiceUndisturbed() {
    return contents(textsAnsweredTwice().filter(text -> !isDisturbed(text)));
  }

  /** The same, of its handler. */
  List<String> ranAgainUndisturbed() {
    return contents(textsRunAgain().filter(text -> !isDisturbed(text)));
  }

  /**
   * Parts of answers that WeChat got again without a kill soon after it had got them, and when the
   * next kill was.
   */
  List<String> sentTwiceUndisturbed() {
    return texts.stream().flatMap(Ledger::answers).flatMap(this::sentTwiceUndisturbed).toList();
  }

  /** Users who got the messages that answer them in another order. */
  List<String> outOfOrder() {
    Map<String, List<String>> inOrder = new TreeMap<>();
    texts.forEach(
        text ->
            inOrder
                .computeIfAbsent(text.user(), first -> new ArrayList<>())
                .addAll(LateTexts.answers(text.content())));
    return inOrder.entrySet().stream()
        .filter(
            user -> {
              List<Integer> places =
                  wechat.takenFor(user.getKey()).stream().map(user.getValue()::indexOf).toList();
              return !places.stream().sorted().toList().equals(places);
            })
        .map(Map.Entry::getKey)
        .toList();
  }

  private Stream<String> sentTwiceUndisturbed(String answer) {
    List<Long> times = wechat.taken(answer);
    return times.stream()
        .limit(Math.max(0, times.size() - 1))
        .filter(time -> kills.subSet(time, time + UNSETTLED).isEmpty())
        .map(time -> answer + ": the next kill came " + millisToKill(time) + " ms later");
  }

  private String millisToKill(long time) {
    Long kill = kills.higher(time);
    return kill == null ? "no" : Long.toString(TimeUnit.NANOSECONDS.toMillis(kill - time));
  }

  private static Stream<String> answers(UserText text) {
    return LateTexts.answers(text.content()).stream();
  }

  private long given(UserText text, String answer) {
    return wechat.taken(answer).size() + (text.hasReply(answer) ? 1L : 0L);
  }

  private Stream<UserText> textsAnsweredTwice() {
    return texts.stream().filter(text -> answers(text).anyMatch(answer -> given(text, answer) > 1));
  }

  private Stream<UserText> textsRunAgain() {
    return texts.stream()
        .filter(
            text ->
                runs.getOrDefault(text.content(), 0L) > LateTexts.runsUndisturbed(text.content()));
  }

  private boolean isDisturbed(UserText text) {
    Long kill = kills.ceiling(text.posted());
    return kill != null && kill < firstAnswer(text) + LEASE;
  }

  private long firstAnswer(UserText text) {
    List<String> answers = LateTexts.answers(text.content());
    String last = answers.get(answers.size() - 1);
    long sent =
        wechat.taken(last).stream().mapToLong(time -> time).min().orElse(Long.MAX_VALUE - LEASE);
    return text.hasReply(last) ? Math.min(sent, text.answered()) : sent;
  }

  private static List<String> contents(Stream<UserText> some) {
    return some.map(UserText::content).toList();
  }

  @Override
  public String toString() {
    return """
        %d kills, %d messages: %d answered at once, %d deferred, %d not acknowledged; lost %d
        met by a kill: %d; of them answered twice %d, run again %d
        not met by a kill: answered twice %d, run again %d"""
        .formatted(
            kills.size(),
            texts.size(),
            texts.stream().filter(UserText::hasReply).count(),
            texts.stream().filter(UserText::isDeferred).count(),
            texts.stream().filter(text -> !text.isAcknowledged()).count(),
            lost().size(),
            texts.stream().filter(this::isDisturbed).count(),
            textsAnsweredTwice().filter(this::isDisturbed).count(),
            textsRunAgain().filter(this::isDisturbed).count(),
            answeredTwiceUndisturbed().size(),
            ranAgainUndisturbed().size());
  }
}
