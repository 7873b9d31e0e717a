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
  private static final String ARCHIVED = GATEWAY + ", its classes in an archive";
  private static final String OTHER_JDK = GATEWAY + ", on the other JDK";
  private static final String CACHED = OTHER_JDK + " with an AOT cache";
  private static final Path FOLDER = Path.of("target", "bench", "shipped");
  private static final Path ARCHIVE = FOLDER.resolve("wechat-gateway.jsa").toAbsolutePath();
  private static final Path CACHE = FOLDER.resolve("wechat-gateway.aot").toAbsolutePath();

  private ColdStart() {}

  /**
   * One start.
   *
   * @param seconds to the first answer
   * @param cpu seconds of both cores, to the first answer
   * @param rss megabytes a second later
   */
  record Start(double seconds, double cpu, double rss, double threads) {}

  static void measure(Options options, Report report) throws Exception {
    Servers shipped = Servers.in(FOLDER, options.jvm());
    Map<String, Servers> gateways = new LinkedHashMap<>();
    gateways.put(GATEWAY, shipped);
    gateways.put(
        ARCHIVED,
        made(
            shipped.with(shipped.jdk(), "-XX:ArchiveClassesAtExit=" + ARCHIVE),
            shipped.with(shipped.jdk(), "-XX:SharedArchiveFile=" + ARCHIVE)));
    if (options.jdk().isPresent()) {
      Path other = options.jdk().get();
      gateways.put(OTHER_JDK, shipped.with(other));
      gateways.put(
          CACHED,
          made(
              shipped.with(other, "-XX:AOTCacheOutput=" + CACHE),
              shipped.with(other, "-XX:AOTCache=" + CACHE)));
    }
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    for (int i = 0; i < options.starts(); i++) {
      for (Map.Entry<String, Servers> gateway : gateways.entrySet()) {
        once(gateway.getKey(), gateway.getValue(), Peer.GATEWAY, starts);
      }
      once(Peer.LIMIT.title(), shipped, Peer.LIMIT, starts);
    }
    report.coldStart(starts);
  }

  /** Those that use what the first write when they end. */
  private static Servers made(Servers first, Servers then) throws Exception {
    try (Server server = first.start(Peer.GATEWAY, Cores.BOTH)) {
      server.answers();
    }
    return then;
  }

  private static void once(
      String title, Servers servers, Peer peer, Map<String, List<Start>> starts) throws Exception {
    try (Server server = servers.start(peer, Cores.BOTH)) {
      double seconds = server.answers();
      double cpu = server.cpuSeconds();
      TimeUnit.SECONDS.sleep(1);
      starts
          .computeIfAbsent(title, none -> new ArrayList<>())
          .add(new Start(seconds, cpu, server.rss(), server.threads()));
      Report.progress("start, %s: %.3f s, CPU %.2f s", title, seconds, cpu);
    }
  }
}
