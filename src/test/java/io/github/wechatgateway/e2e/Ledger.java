package io.github.wechatgateway.e2e;

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

  /** Acknowledged with nothing, and nothing followed. */
  List<String> lost() {
    return contents(
        texts.stream()
            .filter(UserText::isAcknowledged)
            .filter(text -> !text.hasReply() && wechat.taken(text.content()).isEmpty()));
  }

  /** With no kill from when it was posted to when it was out of its lease. */
  List<String> answeredTwiceUndisturbed() {
    return contents(answeredTwice().filter(text -> !isDisturbed(text)));
  }

  /** The same, of its handler. */
  List<String> ranAgainUndisturbed() {
    return contents(ranAgain().filter(text -> !isDisturbed(text)));
  }

  private Stream<UserText> answeredTwice() {
    return texts.stream()
        .filter(text -> wechat.taken(text.content()).size() + (text.hasReply() ? 1 : 0) > 1);
  }

  private Stream<UserText> ranAgain() {
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
    long sent =
        wechat.taken(text.content()).stream()
            .mapToLong(time -> time)
            .min()
            .orElse(Long.MAX_VALUE - LEASE);
    return text.hasReply() ? Math.min(sent, text.answered()) : sent;
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
            answeredTwice().filter(this::isDisturbed).count(),
            ranAgain().filter(this::isDisturbed).count(),
            answeredTwiceUndisturbed().size(),
            ranAgainUndisturbed().size());
  }
}
