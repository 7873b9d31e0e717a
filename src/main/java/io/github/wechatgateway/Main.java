package io.github.wechatgateway;

import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.observe.Traces;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Starts the gateway in the working folder, which holds {@code config/} and {@code routes/}; with
 * arguments it does what {@link Commands} says.
 *
 * <p>Exit codes: 2 if it could not start, with every problem that was found on standard error; 143
 * after SIGTERM and 130 after SIGINT, which are the ways to stop it, once running callbacks have
 * ended.
 */
public final class Main {
  private static final String LOG = "log4j2.configurationFile";

  private Main() {}

  public static void main(String[] arguments) {
    boolean run = arguments.length == 0; // then nothing else is loaded
    if (System.getProperty(LOG) == null) {
      System.setProperty(LOG, run ? "config/log4j2.properties" : "log4j2-silent.properties");
    }
    Traces.setDefaults();
    System.exit(run ? run() : new Commands(out(), System.err).run(arguments));
  }

  private static int run() {
    Profile profile = Profile.given();
    LogFormat.set(profile);
    Startup startup = new Startup(profile, new Gateway(profile.name()));
    startup.camel().addMainListener(Leaving.beforeStop());
    Set<Problem> problems = startup.start(org.apache.camel.main.Main::run);
    return problems.isEmpty() ? startup.camel().getExitCode() : refuse(problems, System.err);
  }

  /** Tells why it does not start; the exit code. */
  static int refuse(Set<Problem> problems, PrintStream errors) {
    errors.println("wechat-gateway can't start:");
    problems.forEach(problem -> errors.println("  " + problem));
    return Commands.WRONG;
  }

  /** The console's menus are in Chinese, whatever the container's locale can write. */
  private static PrintStream out() {
    String given = System.getProperty("stdout.encoding", Charset.defaultCharset().name());
    boolean chinese = Charset.forName(given).newEncoder().canEncode('公');
    return chinese ? System.out : new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }
}
