package io.github.wechatgateway.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All servers, each as busy as 64 connections make it, one after the other, again and again. */
final class Saturation implements Closeable {
  private static final int CONNECTIONS = 64;
  private static final double STEADY = 0.05;

  /** The last rounds of the warm-up, which must not differ by more than {@link #STEADY}. */
  private static final int LOOKED_AT = 3;

  private final Options options;
  private final Map<Peer, Server> servers = new EnumMap<>(Peer.class);
  private final Map<Peer, Checks.Sizes> sizes = new EnumMap<>(Peer.class);
  private final LoadProcess load;

  Saturation(Options options) throws Exception {
    this.options = options;
    this.load = Servers.load(Cores.LOAD);
    Servers starting = Servers.in(Path.of("target", "bench", "shipped"), options.jvm());
    for (Peer peer : Peer.values()) {
      Server server = starting.start(peer, Cores.SERVER);
      servers.put(peer, server);
      server.answers();
      sizes.put(peer, new Checks(server).check(peer));
    }
  }

  /** Plain, or encrypted: adds a table of it. */
  void measure(boolean encrypted, Report report) throws IOException {
    String mode = encrypted ? "AES" : "plain";
    warmUp(encrypted, mode + ", warm-up");
    Map<Peer, List<Round>> rounds = rounds();
    for (int i = 0; i < options.rounds(); i++) {
      round(encrypted, rounds, mode);
    }
    report.saturation(mode, rounds, encrypted ? 1.15 : 1.3);
  }

  /** On both cores: on one, the compiler would take turns with what it compiles, for minutes. */
  private void warmUp(boolean encrypted, String title) throws IOException {
    Map<Peer, List<Round>> rounds = rounds();
    for (Server server : servers.values()) {
      server.moveTo(Cores.BOTH);
    }
    do {
      round(encrypted, rounds, title);
    } while (!isWarm(rounds.get(Peer.GATEWAY).size() * options.seconds(), rounds));
    for (Server server : servers.values()) {
      server.moveTo(Cores.SERVER);
    }
    round(encrypted, rounds(), title);
  }

  void memory(Report report) {
    report.afterLoad(servers);
  }

  private static Map<Peer, List<Round>> rounds() {
    Map<Peer, List<Round>> rounds = new EnumMap<>(Peer.class);
    for (Peer peer : Peer.values()) {
      rounds.put(peer, new ArrayList<>());
    }
    return rounds;
  }

  private void round(boolean encrypted, Map<Peer, List<Round>> rounds, String title)
      throws IOException {
    for (Map.Entry<Peer, Server> each : servers.entrySet()) {
      Peer peer = each.getKey();
      Server server = each.getValue();
      Order order =
          new Order(
              server.port(),
              encrypted,
              CONNECTIONS,
              0,
              options.seconds(),
              Integer.MAX_VALUE,
              sizes.get(peer).of(encrypted),
              Requests.TEXT);
      Round round = Round.run(load, server, order);
      rounds.get(peer).add(round);
      Report.progress(
          "%s, %s: %.4f CPU s / 1,000, %.0f/s",
          title, peer.title(), round.cpu(), round.perSecond());
    }
  }

  private boolean isWarm(int seconds, Map<Peer, List<Round>> rounds) {
    boolean steady = rounds.values().stream().allMatch(Saturation::isSteady);
    return seconds >= (steady ? options.warmUp() : options.warmUpMost());
  }

  private static boolean isSteady(List<Round> rounds) {
    return Round.spread(rounds.subList(Math.max(0, rounds.size() - LOOKED_AT), rounds.size()))
        < STEADY;
  }

  @Override
  public void close() throws IOException {
    load.close();
    for (Server server : servers.values()) {
      server.close();
    }
  }
}
