package io.github.wechatgateway.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From the start of the process to the first message that is answered, on both cores. */
final class ColdStart {
  static final String GATEWAY = Peer.GATEWAY.title();
  static final String ARCHIVED = GATEWAY + ", its classes in an archive";

  private ColdStart() {}

  /**
   * One start.
   *
   * @param seconds to the first answer
   * @param rss megabytes a second later
   */
  record Start(double seconds, double rss, double threads) {}

  static void measure(Options options, Report report) throws Exception {
    Path folder = Path.of("target", "bench", "shipped");
    Path archive = folder.resolve("wechat-gateway.jsa").toAbsolutePath();
    Servers shipped = Servers.in(folder, options.jvm());
    Servers archiving = Servers.in(folder, List.of("-XX:ArchiveClassesAtExit=" + archive));
    Servers archived = Servers.in(folder, List.of("-XX:SharedArchiveFile=" + archive));
    try (Server server = archiving.start(Peer.GATEWAY, Cores.BOTH)) {
      server.answers();
    }
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    for (int i = 0; i < options.starts(); i++) {
      once(GATEWAY, shipped, Peer.GATEWAY, starts);
      once(ARCHIVED, archived, Peer.GATEWAY, starts);
      once(Peer.LIMIT.title(), shipped, Peer.LIMIT, starts);
    }
    report.coldStart(starts);
  }

  private static void once(
      String title, Servers servers, Peer peer, Map<String, List<Start>> starts) throws Exception {
    try (Server server = servers.start(peer, Cores.BOTH)) {
      double seconds = server.answers();
      TimeUnit.SECONDS.sleep(1);
      starts
          .computeIfAbsent(title, none -> new ArrayList<>())
          .add(new Start(seconds, server.rss(), server.threads()));
      Report.progress("start, %s: %.3f s", title, seconds);
    }
  }
}
