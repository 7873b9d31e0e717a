package io.github.wechatgateway;

import io.github.wechatgateway.config.CamelKeys;
import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.PropertyFile;
import io.github.wechatgateway.config.RouteFiles;
import io.github.wechatgateway.observe.Traces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainConstants;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.ModelCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Starts the gateway in the working folder, which holds {@code config/} and {@code routes/}.
 *
 * <p>Exit codes: 2 if it could not start, with every problem that was found on standard error; 143
 * after SIGTERM and 130 after SIGINT, which are the ways to stop it, once running callbacks have
 * ended.
 */
public final class Main {
  private static final String DEFAULT_PROFILE = "prod";
  private static final String ROUTES = "file:routes/**/*.camel.yaml";

  private final String profile = profile();
  private final Gateway gateway = new Gateway(profile);
  private final org.apache.camel.main.Main camel = new org.apache.camel.main.Main();

  private Main() {}

  public static void main(String[] arguments) {
    if (System.getProperty("log4j2.configurationFile") == null) {
      System.setProperty("log4j2.configurationFile", "config/log4j2.properties");
    }
    Traces.setDefaults();
    System.exit(arguments.length == 0 ? new Main().run() : refuse(arguments[0]));
  }

  private static int refuse(String argument) {
    System.err.println(
        new Problem(
            argument,
            "an argument",
            "none: settings come from config/, the environment and -D before -jar"));
    return 2;
  }

  private int run() {
    Set<Problem> malformed = malformedFiles();
    if (!malformed.isEmpty()) { // nothing can be said about what they hold
      return refuse(malformed);
    }
    System.setProperty(MainConstants.PROFILE, profile); // Camel takes an empty one for a profile
    camel.configure().withRoutesIncludePattern(ROUTES).addConfiguration(gateway);
    // Of two locations the earlier wins.
    camel.setDefaultPropertyPlaceholderLocation(
        "file:%s;optional=true,file:%s;optional=true"
            .formatted(settings("-" + profile), settings("")));
    camel.addMainListener(new RefuseProblems());
    try {
      camel.run();
      return camel.getExitCode();
    } catch (Exception failed) {
      return refuse(problems(failed));
    }
  }

  private static int refuse(Set<Problem> problems) {
    System.err.println("wechat-gateway can't start:");
    problems.forEach(problem -> System.err.println("  " + problem));
    return 2;
  }

  private Set<Problem> malformedFiles() {
    Set<Problem> problems = new LinkedHashSet<>();
    Stream.of("", "-" + profile)
        .forEach(part -> PropertyFile.problem(settings(part)).ifPresent(problems::add));
    return problems;
  }

  /** All that can be found, not only what Camel fell over first. */
  private Set<Problem> problems(Exception failed) {
    Set<Problem> problems = new LinkedHashSet<>();
    missingFile().ifPresent(problems::add);
    CamelContext context = camel.getCamelContext();
    if (context != null) {
      problems.addAll(gateway.problems(context));
      problems.addAll(RouteFiles.problems(context, included(), excluded()));
    }
    CamelKeys.problem(failed)
        .filter(key -> problems.stream().noneMatch(told -> told.isOf(key.where())))
        .ifPresent(problems::add);
    if (problems.isEmpty()) {
      problems.add(new Problem("start", RouteFiles.reason(failed), "a start"));
    }
    return problems;
  }

  private String included() {
    return camel.configure().getRoutesIncludePattern();
  }

  private @Nullable String excluded() {
    return camel.configure().getRoutesExcludePattern();
  }

  /** Without settings nothing works; a profile that has none is a typing mistake. */
  private Optional<Problem> missingFile() {
    String needed = settings(profile.equals(DEFAULT_PROFILE) ? "" : "-" + profile);
    return Files.exists(Path.of(needed))
        ? Optional.empty()
        : Optional.of(
            new Problem(
                needed, "missing", "in the working folder, " + Path.of("").toAbsolutePath()));
  }

  private static String settings(String profile) {
    return "config/application%s.properties".formatted(profile);
  }

  /** An empty one is none. */
  private static String profile() {
    return Stream.of(System.getProperty(MainConstants.PROFILE), System.getenv("CAMEL_MAIN_PROFILE"))
        .filter(given -> given != null && !given.isBlank())
        .findFirst()
        .orElse(DEFAULT_PROFILE);
  }

  /** Looks at settings and routes once they are read, before anything runs. */
  private final class RefuseProblems extends MainListenerSupport {
    @Override
    public void afterConfigure(BaseMainSupport main) {
      ModelCamelContext context = (ModelCamelContext) main.getCamelContext();
      if (missingFile().isPresent()
          || !gateway.problems(context).isEmpty()
          || RouteFiles.areIncomplete(context, included(), excluded())) {
        throw new IllegalStateException("there are problems");
      }
    }
  }
}
