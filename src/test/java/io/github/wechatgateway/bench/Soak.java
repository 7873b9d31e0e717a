package io.github.wechatgateway.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ten million quick callbacks, on both cores: what is left of each million of them. */
final class Soak {
  private static final int MILLIONS = 10;
  private static final int MILLION = 1_000_000;
  private static final int CONNECTIONS = 64;
  private static final int PATIENCE = 600; // seconds

  /** Seconds after which no try can come any more, and its claim is forgotten. */
  private static final int FORGOTTEN = 30;

  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
  private static final Pattern USED = Pattern.compile("heap +total \\d+K, used (\\d+)K");

  private Soak() {}

  /**
   * What a gateway that does nothing holds.
   *
   * @param heap megabytes after a collection
   * @param rss megabytes
   */
  record State(double heap, double rss, double threads, double files) {}

  static void measure(Options options, Report report) throws Exception {
    Servers servers = Servers.in(Path.of("target", "bench", "soak"), options.jvm());
    try (Server server = servers.start(Peer.GATEWAY, Cores.BOTH);
        LoadProcess load = Servers.load(Cores.BOTH)) {
      server.answers();
      Order order =
          new Order(
              server.port(),
              false,
              CONNECTIONS,
              0,
              PATIENCE,
              MILLION,
              new Checks(server).check(Peer.GATEWAY).of(false),
              Requests.TEXT);
      List<State> states = new ArrayList<>();
      for (int million = 1; million <= MILLIONS; million++) {
        Round.run(load, server, order);
        TimeUnit.SECONDS.sleep(FORGOTTEN);
        State state = state(server);
        states.add(state);
        Report.progress("after %d million: %s", million, state);
      }
      report.soak(states);
    }
  }

  private static State state(Server server) throws IOException {
    jcmd(server, "GC.run");
    Matcher used = USED.matcher(jcmd(server, "GC.heap_info"));
    if (!used.find()) {
      throw new IOException("GC.heap_info says nothing of the heap");
    }
    double heap = Long.parseLong(used.group(1)) / 1024.0;
    return new State(heap, server.rss(), server.threads(), files(server));
  }

  private static double files(Server server) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
      return files.count();
    }
  }

  private static String jcmd(Server server, String command) throws IOException {
    Process asked =
        new ProcessBuilder(JCMD.toString(), Long.toString(server.pid()), command)
            .redirectErrorStream(true)
            .start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
