package io.github.wechatgateway.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The figures in Markdown, with the goals at their end. */
final class Report {
  private final StringBuilder text = new StringBuilder("# Benchmark\n\n");
  private final StringBuilder goals = new StringBuilder();

  Report(Options options) {
    line(
        "%s; %d cores, JDK %s, %s; %s. Rounds of %d s, %d measured.",
        LocalDate.now(ZoneId.systemDefault()),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        Cores.arePinned() ? "server and load pinned to a core each" : "nothing pinned to a core",
        options.seconds(),
        options.rounds());
  }

  static void progress(String format, Object... arguments) {
    System.err.println(String.format(Locale.ROOT, format, arguments));
  }

  void saturation(String mode, Map<Peer, List<Round>> rounds, double goal) {
    List<Double> gateway = Round.each(rounds.get(Peer.GATEWAY), Round::cpu);
    line("\n## 64 connections, %s\n", mode);
    line("| server | CPU s / 1,000 | gateway's ratio to it | req/s | p50 ms | p99 ms | spread |");
    line("|---|---|---|---|---|---|---|");
    rounds.forEach(
        (peer, all) ->
            line(
                "| %s | %.4f | %.2f | %.0f | %.2f | %.2f | %.0f %% |",
                peer.title(),
                Round.median(all, Round::cpu),
                Statistics.ratio(gateway, Round.each(all, Round::cpu)),
                Round.median(all, Round::perSecond),
                Round.median(all, Round::p50),
                Round.median(all, Round::p99),
                100 * Round.spread(all)));
    List<Double> limit = Round.each(rounds.get(Peer.LIMIT), Round::cpu);
    goal(mode + ": CPU, times that by hand", goal, Statistics.ratio(gateway, limit));
  }

  void afterLoad(Map<Peer, Server> servers) {
    line("\n## After that load\n");
    line("| server | RSS MB | threads |");
    line("|---|---|---|");
    servers.forEach(
        (peer, server) ->
            line("| %s | %.0f | %.0f |", peer.title(), server.rss(), server.threads()));
  }

  void coldStart(Map<String, List<ColdStart.Start>> starts) {
    line("\n## Start to the first answered callback, both cores\n");
    line("| server | median s | fastest | slowest | CPU s | RSS MB 1 s later | threads |");
    line("|---|---|---|---|---|---|---|");
    starts.forEach(
        (title, all) -> {
          List<Double> seconds = all.stream().map(ColdStart.Start::seconds).sorted().toList();
          line(
              "| %s | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f |",
              title,
              Statistics.median(seconds),
              seconds.get(0),
              seconds.get(seconds.size() - 1),
              Statistics.median(all.stream().map(ColdStart.Start::cpu).toList()),
              Statistics.median(all.stream().map(ColdStart.Start::rss).toList()),
              Statistics.median(all.stream().map(ColdStart.Start::threads).toList()));
          if (title.startsWith(ColdStart.GATEWAY)) {
            goal("start to the first answer, s: " + title, 1.2, Statistics.median(seconds));
          }
        });
  }

  void waiting(Outcome outcome, Waiting.Footprint footprint) {
    line("\n## %,d messages at once that wait 4 s, both cores\n", outcome.sent());
    line("| answered | within 5 s | slowest s | peak threads | RSS MB before | more at the peak |");
    line("|---|---|---|---|---|---|");
    double more = footprint.peak() - footprint.before();
    line(
        "| %,d | %,d | %.2f | %.0f | %.0f | %.0f |",
        outcome.answered(),
        outcome.inTime(),
        outcome.slowest() / 1e6,
        footprint.threads(),
        footprint.before(),
        more);
    goal("waiting: not answered within 5 s", 0, outcome.sent() - outcome.inTime());
    goal("waiting: threads", 79, footprint.threads());
    goal("waiting: MB more", 150, more);
  }

  void late(Late.Figures figures) {
    line("\n## Late answers\n");
    line("| | p50 ms | p99 ms | p99.9 ms |");
    line("|---|---|---|---|");
    figures
        .quick()
        .forEach(
            (what, one) ->
                line(
                    "| %s | %.2f | %.2f | %.2f |",
                    what, one.p50() / 1e3, one.p99() / 1e3, one.p999() / 1e3));
    line("\n| | |");
    line("|---|---|");
    figures.late().forEach((what, figure) -> line("| %s | %.1f |", what, figure));
    goal("late: ms from one to the next that is sent", 2, 1e3 / figures.late().get(Late.SENT));
    goal("late: threads", 149, figures.late().get(Late.THREADS));
    double quiet = figures.quick().get(Late.QUIET).p99();
    goal("backlog: times the p99 without", 2, figures.quick().get(Late.BACKLOG).p99() / quiet);
  }

  void soak(List<Soak.State> states) {
    line("\n## Ten million callbacks\n");
    line("| million | heap after a collection, MB | RSS MB | threads | open files |");
    line("|---|---|---|---|---|");
    for (int i = 0; i < states.size(); i++) {
      Soak.State now = states.get(i);
      line(
          "| %d | %.1f | %.0f | %.0f | %.0f |",
          i + 1, now.heap(), now.rss(), now.threads(), now.files());
    }
    Soak.State first = states.get(0);
    Soak.State last = states.get(states.size() - 1);
    goal("soak: heap, times that after the first million", 1.05, last.heap() / first.heap());
    goal("soak: threads, times those then", 1.05, last.threads() / first.threads());
    goal("soak: files more", 0, last.files() - first.files());
  }

  void hang(Map<String, List<Outcome>> rounds) {
    line("\n## While WeChat's API hangs\n");
    line("| at a steady rate | messages | p50 ms | p99 ms | p99.9 ms | slowest |");
    line("|---|---|---|---|---|---|");
    rounds.forEach(
        (what, all) ->
            line(
                "| %s | %,d | %.2f | %.2f | %.2f | %.0f |",
                what,
                all.stream().mapToInt(Outcome::answered).sum(),
                median(all, Outcome::p50),
                median(all, Outcome::p99),
                median(all, Outcome::p999),
                all.stream().mapToLong(Outcome::slowest).max().orElse(0) / 1e3));
    double quiet = median(rounds.get(Hang.QUIET), Outcome::p99);
    double hanging = median(rounds.get(Hang.HANGING), Outcome::p99);
    goal("hang: p99 of callbacks, ms", 200, hanging);
    goal("hang: p99.9 of callbacks, ms", 1000, median(rounds.get(Hang.HANGING), Outcome::p999));
    goal("hang: p99 of callbacks, times the quiet one", 1.1, hanging / quiet);
  }

  /** In milliseconds. */
  private static double median(List<Outcome> rounds, ToLongFunction<Outcome> micros) {
    return Statistics.median(
        rounds.stream().map(round -> micros.applyAsLong(round) / 1e3).toList());
  }

  void write(Path file) throws IOException {
    text.append("\n## Goals\n\n| | at most | measured | |\n|---|---|---|---|\n").append(goals);
    Files.writeString(file, text);
    new PrintStream(System.out, true, StandardCharsets.UTF_8).print(text);
  }

  private void goal(String what, double most, double measured) {
    goals.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.2f | %s |%n",
            what,
            most == Math.rint(most) ? Long.toString((long) most) : Double.toString(most),
            measured,
            measured <= most ? "met" : "**missed**"));
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
