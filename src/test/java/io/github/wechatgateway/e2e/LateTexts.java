package io.github.wechatgateway.e2e;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An on-text that says in the log which text it runs for, and gives it back: at once, late, after
 * its first lease, or when it is run again; in one message, or in three parts.
 */
final class LateTexts {
  /** Milliseconds from a try to its answer, of which the last 300 are for the way to the disk. */
  private static final int BUDGET = 1_000;

  private static final int LATE = 1_200;
  private static final int OVER_ITS_LEASE = 3_000;
  private static final int PARTS = 3;

  /** Bytes of one message. */
  private static final int PART = 2048;

  /** So much that the next part begins with its name. */
  private static final String FILLER = ".".repeat(PART - "late parts 1000.1".length());

  private static final String RUNS = " on-text - runs for ";
  private static final List<String> KINDS =
      List.of(
          "quick", "quick", "quick", "quick", "late", "late", "late", "late", "slow", "fails once");

  private LateTexts() {}

  /** As {@link TakingWeChat#settings}, with a short budget, short leases and many repeats. */
  static Map<String, String> settings(TakingWeChat wechat) {
    Map<String, String> settings = new TreeMap<>(wechat.settings());
    settings.put("WECHAT_CALLBACK_BUDGET", Integer.toString(BUDGET));
    settings.put("WECHAT_LATE_LEASES", "2,2,2");
    settings.put("WECHAT_LATE_DELAYS", "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1");
    settings.put("WECHAT_OUTBOX_DELAYS", "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1");
    return settings;
  }

  /** The kinds in turns. */
  static List<UserText> texts(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> new UserText(KINDS.get(i % KINDS.size()), i))
        .toList();
  }

  /** Such as are answered late, or {@code quick}, in parts. */
  static String inParts(String kind) {
    return kind + " parts";
  }

  /** The names of the messages that answer a text, in their order. */
  static List<String> answers(String content) {
    return content.contains(" parts ")
        ? IntStream.rangeClosed(1, PARTS).mapToObj(part -> content + "." + part).toList()
        : List.of(content);
  }

  /** What tells a message from all others. */
  static String name(String message) {
    return message.replaceAll("^\\.+|\\.+$", "");
  }

  /** How often the handler ran for each text, as a log tells. */
  static Map<String, Long> runs(String log) {
    return log.lines()
        .filter(line -> line.contains(RUNS))
        .map(line -> line.substring(line.indexOf(RUNS) + RUNS.length()))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** How often it runs where nothing disturbs it. */
  static int runsUndisturbed(String content) {
    return content.startsWith("fails once") ? 2 : 1;
  }

  static void putInto(WorkingFolder folder) throws IOException {
    folder.write(
        "routes/handlers/on-text.camel.yaml",
        """
        - route:
            id: on-text
            from:
              uri: direct:on-text
              steps:
                - log:
                    message: runs for ${body.content}
                - choice:
                    when:
                      - expression:
                          simple:
                            expression: ${body.content} startsWith 'late'
                        steps:
                          - delay:
                              asyncDelayed: true
                              expression:
                                constant:
                                  expression: %d
                      - expression:
                          simple:
                            expression: ${body.content} startsWith 'slow'
                        steps:
                          - delay:
                              asyncDelayed: true
                              expression:
                                constant:
                                  expression: %d
                      - expression:
                          simple:
                            expression: ${body.content} startsWith 'fails' && ${exchangeProperty.wechatLate} == null
                        steps:
                          - throwException:
                              exceptionType: java.lang.IllegalStateException
                              message: at first
                - choice:
                    when:
                      - expression:
                          simple:
                            expression: ${body.content} contains ' parts '
                        steps:
                          - setBody:
                              expression:
                                simple:
                                  expression: ${body.content}.1%s${body.content}.2%s${body.content}.3
                    otherwise:
                      steps:
                        - setBody:
                            expression:
                              simple:
                                expression: ${body.content}
        """
            .formatted(LATE, OVER_ITS_LEASE, FILLER, FILLER));
  }
}
