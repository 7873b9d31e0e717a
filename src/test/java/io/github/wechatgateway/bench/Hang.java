package io.github.wechatgateway.bench;

import io.github.wechatgateway.e2e.WeChatClient;
import io.github.wechatgateway.e2e.Xml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Callbacks at a steady rate, with a quiet way out to WeChat and while its API takes calls and
 * answers none: those of two accounts hang, which have all threads of the way out, and each has
 * more in progress than it may. Then calls of a third account, from its handler, while those of one
 * hang.
 */
final class Hang {
  static final String QUIET = "callbacks, 300 a second; no calls";
  static final String HANGING = "… while 2,400 calls of two accounts hang";
  private static final String AGAIN = "… quiet again";
  private static final String CALLS =
      "callbacks whose handler makes a call, 50 a second; no others";
  private static final String SHARE = "… while 1,200 calls of another account hang";

  private static final int PER_SECOND = 300;
  private static final int CALLS_PER_SECOND = 50;

  /** As config/application.properties has them. */
  private static final int THREADS_OF_AN_ACCOUNT = 16;

  private final Options options;
  private final HangingWeChat wechat;
  private final Server server;
  private final LoadProcess load;
  private final Map<String, List<Outcome>> rounds = new LinkedHashMap<>();
  private int size;

  private Hang(Options options, HangingWeChat wechat, Server server, LoadProcess load) {
    this.options = options;
    this.wechat = wechat;
    this.server = server;
    this.load = load;
    for (String what : new String[] {QUIET, HANGING, AGAIN, CALLS, SHARE}) {
      rounds.put(what, new ArrayList<>());
    }
  }

  static void measure(Options options, Report report) throws Exception {
    Path folder = Path.of("target", "bench", "hang");
    try (HangingWeChat wechat = new HangingWeChat()) {
      List<String> arguments = new ArrayList<>(options.jvm());
      arguments.add("-Dwechat.api.url=" + wechat.url());
      arguments.addAll(HangRoutes.accounts());
      Servers servers = Servers.in(folder, arguments);
      for (Map.Entry<String, String> route : HangRoutes.all().entrySet()) {
        Files.writeString(
            folder.resolve("routes/handlers/" + route.getKey() + ".camel.yaml"), route.getValue());
      }
      try (Server server = servers.start(Peer.GATEWAY, Cores.BOTH);
          LoadProcess load = Servers.load(Cores.LOAD)) {
        report.hang(new Hang(options, wechat, server, load).measure());
      }
    }
  }

  private Map<String, List<Outcome>> measure() throws Exception {
    server.answers();
    size = sizeOfAnswer(Requests.TEXT);
    sizeOfAnswer(HangRoutes.CALL);
    run(new Order(server.port(), false, 64, 0, options.warmUp(), 1 << 30, size, Requests.TEXT));
    run(order(CALLS_PER_SECOND * 10, HangRoutes.CALL));
    server.moveTo(Cores.SERVER);
    run(order(PER_SECOND, Requests.TEXT));
    for (int i = 0; i < options.rounds(); i++) {
      note(QUIET, order(PER_SECOND, Requests.TEXT));
      note(CALLS, order(CALLS_PER_SECOND, HangRoutes.CALL));
      hang("first");
      note(SHARE, order(CALLS_PER_SECOND, HangRoutes.CALL));
      hang("first", "second");
      note(HANGING, order(PER_SECOND, Requests.TEXT));
      wechat.hang(Set.of());
      await("no call hangs", () -> wechat.waiting() == 0);
      run(order(PER_SECOND, Requests.TEXT)); // calls that hung are made again
      note(AGAIN, order(PER_SECOND, Requests.TEXT));
    }
    return rounds;
  }

  /** Lets all calls of these accounts hang, and has some of the last one made. */
  private void hang(String... accounts) throws InterruptedException, IOException {
    wechat.hang(Set.of(accounts));
    sizeOfAnswer(accounts[accounts.length - 1]);
    int threads = THREADS_OF_AN_ACCOUNT * accounts.length;
    await("all threads hang", () -> wechat.waiting() == threads);
    run(order(PER_SECOND, Requests.TEXT)); // until all calls are made: that is work, and no hanging
  }

  private static void await(String what, BooleanSupplier reached) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not within 30 s: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void note(String what, Order order) throws IOException {
    Outcome outcome = run(order);
    rounds.get(what).add(outcome);
    Report.progress(
        "%s: p50 %.2f, p99 %.2f, p99.9 %.2f, slowest %.0f ms",
        what,
        outcome.p50() / 1e3,
        outcome.p99() / 1e3,
        outcome.p999() / 1e3,
        outcome.slowest() / 1e3);
  }

  private Outcome run(Order order) throws IOException {
    Outcome outcome = load.run(order);
    if (outcome.bad() > 0) {
      throw new WrongAnswer(outcome.bad() + " of " + outcome.sent() + " answers were wrong");
    }
    return outcome;
  }

  private Order order(int perSecond, String text) {
    return Order.steady(server.port(), perSecond, options.seconds(), size, text);
  }

  private int sizeOfAnswer(String text) {
    return sizeOfAnswer(server, text);
  }

  static int sizeOfAnswer(Server server, String text) {
    long now = System.currentTimeMillis();
    String message = Requests.message(text, now / 1000, Long.toString(now * 10_000));
    String answer =
        new WeChatClient(Account.TOKEN, Account.AES_KEY, Account.APP_ID)
            .postPlain(server.url(), message)
            .body();
    if (!Xml.text(answer, "Content").equals(HangRoutes.ANSWER)) {
      throw new WrongAnswer(answer);
    }
    return answer.getBytes(StandardCharsets.UTF_8).length;
  }
}
