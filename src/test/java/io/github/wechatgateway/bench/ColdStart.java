package io.github.wechatgateway.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From the start of the process to the first message that is answered, on both cores. */
final class ColdStart {
  private ColdStart() {}

  /**
   * One start.
   *
   * @param seconds to the first answer
   * @param rss megabytes a second later
   */
  record Start(double seconds, double rss, double threads) {}

  static void measure(Options options, Report report) throws Exception {
    Servers servers = Servers.in(Path.of("target", "bench", "shipped"), options.jvm());
    Map<Peer, List<Start>> starts = new EnumMap<>(Peer.class);
    for (int i = 0; i < options.starts(); i++) {
      for (Peer peer : List.of(Peer.GATEWAY, Peer.LIMIT)) {
        try (Server server = servers.start(peer, Cores.BOTH)) {
          double seconds = server.answers();
          TimeUnit.SECONDS.sleep(1);
          starts
              .computeIfAbsent(peer, none -> new ArrayList<>())
              .add(new Start(seconds, server.rss(), server.threads()));
          Report.progress("start, %s: %.3f s", peer.title(), seconds);
        }
      }
    }
    report.coldStart(starts);
  }
}
