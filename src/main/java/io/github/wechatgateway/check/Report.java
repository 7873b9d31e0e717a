package io.github.wechatgateway.check;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.wechatgateway.check.Finding.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Finds everything out at the same time, and tells it line by line. */
public final class Report {
  /** Of a gateway with dozens of accounts some checks wait for others. */
  private static final int AT_ONCE = 32;

  private final Consumer<String> lines;

  public Report(Consumer<String> lines) {
    this.lines = lines;
  }

  /**
   * Tells what was found, in the order of the checks.
   *
   * @param most for all of them together, however long one may take
   * @return whether there is no problem
   */
  public boolean tell(List<Check> checks, Duration most) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Report::daemon);
    List<CompletableFuture<Told>> all =
        checks.stream().map(check -> begin(check.within(most), threads)).toList();
    boolean good = true;
    for (CompletableFuture<Told> each : all) {
      Told told = each.join();
      lines.accept(told.line());
      good &= told.level() != Level.PROBLEM;
    }
    threads.shutdownNow();
    return good;
  }

  private record Told(Level level, String line) {}

  private static CompletableFuture<Told> begin(Check check, ExecutorService threads) {
    return CompletableFuture.supplyAsync(() -> told(check), threads)
        .completeOnTimeout(
            told(check, check.late(), check.limit().toNanos()),
            check.limit().toMillis(),
            MILLISECONDS);
  }

  private static Told told(Check check) {
    long began = System.nanoTime();
    return told(check, check.run(), System.nanoTime() - began);
  }

  private static Told told(Check check, Finding finding, long nanos) {
    return new Told(finding.level(), finding.line(check.name(), nanos / 1e9));
  }

  /** One that hangs does not keep the process. */
  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "check");
    thread.setDaemon(true);
    return thread;
  }
}
