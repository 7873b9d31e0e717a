package io.github.wechatgateway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What becomes of late answers, and of quick callbacks meanwhile, on both cores: 600 late ones a
 * second, 2,000 at once, and 100,000 that wait while WeChat takes none.
 */
final class Late {
  static final String QUIET = "quick callbacks, 300 a second; nothing is late";
  static final String BESIDE = "… while 600 others a second are late";
  static final String BACKLOG = "… while 100,000 late answers wait on disk";

  static final String SENT = "late answers a second that are sent, of 600 that are accepted";
  static final String THREADS = "threads while 2,000 late handlers run, of 20 s";

  private static final String QUICK = "quick";
  private static final String SLOW = "1500";
  private static final String SLOWER = "20000";
  private static final String LEFT = "menu";
  private static final int QUICK_PER_SECOND = 300;
  private static final int LATE_PER_SECOND = 600;
  private static final int AT_ONCE = 2_000;
  private static final int WAITING = 100_000;

  private static final String ON_TEXT =
      """
      - route:
          id: on-text
          description: Takes as many milliseconds as the text says.
          from:
            uri: direct:on-text
            steps:
              - choice:
                  id: which
                  when:
                    - expression:
                        simple:
                          expression: ${body.words} regex '[0-9]+'
                      steps:
                        - delay:
                            id: wait
                            asyncDelayed: true
                            expression:
                              simple:
                                expression: ${body.words}
              - choice:
                  id: answer
                  when:
                    - expression:
                        simple:
                          expression: ${exchangeProperty.wechatMessage.words} == 'menu'
                      steps:
                        - bean:
                            id: menu
                            ref: replies
                            method: read('menu.json')
                  otherwise:
                    steps:
                      - setBody:
                          id: text
                          expression:
                            constant:
                              expression: 好的
      """;

  private static final String MENU =
      """
      {"msgtype": "msgmenu", "msgmenu": {"list": [{"id": "1", "content": "好"}]}}
      """;

  private final Options options;
  private final HangingWeChat wechat;
  private final Server server;
  private final LoadProcess quick;
  private final LoadProcess late;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final int size;

  private Late(
      Options options,
      HangingWeChat wechat,
      Server server,
      LoadProcess quick,
      LoadProcess late,
      int size) {
    this.options = options;
    this.wechat = wechat;
    this.server = server;
    this.quick = quick;
    this.late = late;
    this.size = size;
  }

  static void measure(Options options, Report report) throws Exception {
    Path folder = Path.of("target", "bench", "late");
    try (HangingWeChat wechat = new HangingWeChat()) {
      List<String> arguments = new ArrayList<>(options.jvm());
      arguments.add("-Dwechat.api.url=" + wechat.url());
      arguments.add("-Dwechat.callback.budget=800"); // deferred after 500 ms, as after 4,200
      Servers servers = Servers.in(folder, arguments);
      Files.writeString(folder.resolve("routes/handlers/on-text.camel.yaml"), ON_TEXT);
      Files.writeString(folder.resolve("config/replies/menu.json"), MENU);
      try (Server server = servers.start(Peer.GATEWAY, Cores.BOTH);
          LoadProcess quick = Servers.load(Cores.BOTH);
          LoadProcess late = Servers.load(Cores.BOTH)) {
        server.answers();
        int size = Hang.sizeOfAnswer(server, QUICK);
        report.late(new Late(options, wechat, server, quick, late, size).measure());
      }
    }
  }

  /** What was measured. */
  record Figures(Map<String, Outcome> quick, Map<String, Double> late) {}

  private Figures measure() throws Exception {
    quick.run(order(0, options.warmUp(), QUICK));
    late.run(emptyOrder(LATE_PER_SECOND, options.warmUp()));
    quick(QUIET);
    beside();
    atOnce();
    backlog();
    return new Figures(outcomes, figures);
  }

  /** Counts in the middle, when as many come as go if the gateway keeps up. */
  private void beside() throws Exception {
    int before = wechat.sent();
    CompletableFuture<Outcome> load =
        start(late, emptyOrder(LATE_PER_SECOND, options.seconds() + 4));
    TimeUnit.SECONDS.sleep(3);
    int sent = wechat.sent();
    long began = System.nanoTime();
    quick(BESIDE);
    figure(SENT, (wechat.sent() - sent) / seconds(began));
    Outcome accepted = load.join();
    began = System.nanoTime();
    awaitSent("all late answers are sent", before + accepted.answered(), 60);
    figure("… seconds from the last empty answer to the last that is sent", seconds(began));
  }

  private void atOnce() throws Exception {
    int before = wechat.sent();
    Order order = new Order(server.port(), false, AT_ONCE, 0, 60, AT_ONCE, 0, SLOWER);
    CompletableFuture<Outcome> load = start(late, order);
    double threads = 0;
    while (wechat.sent() < before + AT_ONCE) {
      threads = Math.max(threads, server.threads());
      TimeUnit.MILLISECONDS.sleep(50);
    }
    figure(THREADS, threads);
    figure("… slowest empty answer, ms", load.join().slowest() / 1e3);
  }

  private void backlog() throws Exception {
    wechat.hang(Set.of(Account.APP_ID));
    int before = wechat.sent();
    long began = System.nanoTime();
    late.run(new Order(server.port(), false, 64, 0, 600, WAITING, 0, LEFT));
    figure(
        "answers a second that go to the outbox, before their empty answer",
        WAITING / seconds(began));
    quick(BACKLOG);
    figure("RSS then, MB", server.rss());
    wechat.hang(Set.of());
    began = System.nanoTime();
    awaitSent("all that waited are sent", before + WAITING, 900);
    figure("answers a second that leave the backlog", WAITING / seconds(began));
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private void figure(String what, double value) {
    figures.put(what, value);
    Report.progress("%s: %.1f", what, value);
  }

  private void quick(String what) throws IOException {
    Outcome outcome = quick.run(order(QUICK_PER_SECOND, options.seconds(), QUICK));
    outcomes.put(what, outcome);
    Report.progress(
        "%s: p50 %.2f, p99 %.2f, p99.9 %.2f ms",
        what, outcome.p50() / 1e3, outcome.p99() / 1e3, outcome.p999() / 1e3);
  }

  private Order order(int perSecond, int seconds, String text) {
    return new Order(server.port(), false, 64, perSecond, seconds, Integer.MAX_VALUE, size, text);
  }

  /** Those that are answered empty take half a second: there have to be more connections. */
  private Order emptyOrder(int perSecond, int seconds) {
    return new Order(server.port(), false, 512, perSecond, seconds, Integer.MAX_VALUE, 0, SLOW);
  }

  private static CompletableFuture<Outcome> start(LoadProcess load, Order order) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return load.run(order);
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  private void awaitSent(String what, int number, int seconds) throws InterruptedException {
    await(what, () -> wechat.sent() >= number, seconds);
  }

  private static void await(String what, BooleanSupplier reached, int seconds)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not within %d s: %s".formatted(seconds, what));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
