package io.github.wechatgateway;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.wechatgateway.check.Report;
import io.github.wechatgateway.config.Problem;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/**
 * Reads settings and routes as a start does; if nothing is wrong with them, opens a door on this
 * machine, and has a look at everything else.
 *
 * <p>It ends in time, whatever hangs: each check has a limit of its own, and what is left behind
 * goes with the process.
 */
final class CheckCommand {
  /** From the start of the process to its end, unless settings and routes take very long. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  /** To tell what was found, and to end. */
  private static final Duration TO_END = Duration.ofMillis(700);

  /** For what is live, however long the rest took. */
  private static final Duration LEAST = Duration.ofSeconds(3);

  /** For settings and routes, and all the rest, where something hangs that nobody thought of. */
  static final Duration WATCHDOG = Duration.ofSeconds(30);

  /**
   * A gateway may have its port. As a system property, for with an override of Main's Camel fails
   * over settings from mounted files.
   */
  private static final String MANAGEMENT = "camel.management.enabled";

  private final Profile profile;
  private final PrintStream out;
  private final PrintStream errors;
  private final Instant end = began().plus(LIMIT).minus(TO_END);

  CheckCommand(Profile profile, PrintStream out, PrintStream errors) {
    this.profile = profile;
    this.out = out;
    this.errors = errors;
  }

  private static Instant began() {
    return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
  }

  /** The exit code. */
  int run() {
    CompletableFuture<Integer> code = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(code), "check");
    thread.setDaemon(true);
    thread.start();
    try {
      return code.get(WATCHDOG.toMillis(), MILLISECONDS);
    } catch (TimeoutException hangs) {
      errors.println(
          new Problem(
              "check", "not done in time", "an end within %d s".formatted(WATCHDOG.toSeconds())));
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      errors.println(new Problem("check", cause.getClass().getSimpleName(), "a report"));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return Commands.FAILED;
  }

  private void complete(CompletableFuture<Integer> code) {
    try {
      code.complete(check());
    } catch (RuntimeException | Error failed) {
      code.completeExceptionally(failed);
    }
  }

  private int check() {
    Gateway gateway = new Gateway(profile.name(), true);
    Startup startup = new Startup(profile, gateway, new OwnDoor());
    startup.camel().setShutdownStrategy(new SimpleMainShutdownStrategy()); // has no hook
    System.setProperty(MANAGEMENT, "false");
    Set<Problem> problems = startup.start(BaseMainSupport::start);
    if (!problems.isEmpty()) {
      return Main.refuse(problems, errors);
    }
    out.println("ok       settings and routes, profile " + profile.name());
    boolean good = new Report(out::println).tell(LiveChecks.of(gateway.parts()), left());
    return good ? Commands.GOOD : Commands.FAILED;
  }

  private Duration left() {
    Duration left = Duration.between(Instant.now(), end);
    return left.compareTo(LEAST) < 0 ? LEAST : left;
  }
}
