package io.github.wechatgateway.bench;

import io.github.wechatgateway.e2e.WeChatClient;
import io.github.wechatgateway.e2e.Xml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** 2,000 messages at once, each of which waits four seconds in a route, on both cores. */
final class Waiting {
  static final int MESSAGES = 2_000;

  private static final String ANSWER = "让您久等了";
  private static final String SHORT = "short";
  private static final String ON_TEXT =
      """
      - route:
          id: on-text
          description: Waits, as for an answer from elsewhere, and holds no thread meanwhile.
          from:
            uri: direct:on-text
            steps:
              - filter:
                  id: unless-short
                  expression:
                    simple:
                      expression: ${body.words} != '%s'
                  steps:
                    - delay:
                        id: wait
                        asyncDelayed: true
                        expression:
                          constant:
                            expression: "4000"
              - setBody:
                  id: answer
                  expression:
                    constant:
                      expression: %s
      """
          .formatted(SHORT, ANSWER);

  private Waiting() {}

  /**
   * What was seen of the gateway's process, in megabytes and threads.
   *
   * @param before after a warm-up with messages that are answered at once
   */
  record Footprint(double before, double peak, double threads) {}

  static void measure(Options options, Report report) throws Exception {
    Path folder = Path.of("target", "bench", "waiting");
    Servers servers = Servers.in(folder, options.jvm());
    Files.writeString(folder.resolve("routes/handlers/on-text.camel.yaml"), ON_TEXT);
    try (Server server = servers.start(Peer.GATEWAY, Cores.BOTH);
        LoadProcess load = Servers.load(Cores.BOTH)) {
      server.answers();
      int size = checkedSize(server);
      load.run(
          new Order(server.port(), false, 64, 0, options.warmUp(), Integer.MAX_VALUE, size, SHORT));
      double before = server.rss();
      double peak = before;
      double threads = server.threads();
      Order order = new Order(server.port(), false, MESSAGES, 0, 60, MESSAGES, size, Requests.TEXT);
      CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> run(load, order));
      while (!outcome.isDone()) {
        peak = Math.max(peak, server.rss());
        threads = Math.max(threads, server.threads());
        TimeUnit.MILLISECONDS.sleep(20);
      }
      report.waiting(outcome.join(), new Footprint(before, peak, threads));
    }
  }

  private static Outcome run(LoadProcess load, Order order) {
    try {
      return load.run(order);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int checkedSize(Server server) {
    long now = System.currentTimeMillis();
    String message = Requests.message(Requests.TEXT, now / 1000, Long.toString(now * 10_000));
    String answer =
        new WeChatClient(Account.TOKEN, Account.AES_KEY, Account.APP_ID)
            .postPlain(server.url(), message)
            .body();
    if (!Xml.text(answer, "Content").equals(ANSWER)) {
      throw new WrongAnswer(answer);
    }
    return answer.getBytes(StandardCharsets.UTF_8).length;
  }
}
