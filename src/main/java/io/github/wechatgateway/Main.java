package io.github.wechatgateway;

import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.RouteFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.ModelCamelContext;

/**
 * Starts the gateway in the working folder, which holds {@code config/} and {@code routes/}.
 *
 * <p>Exit codes: 0 after a stop; 2 if it could not start, with every problem that was found on
 * standard error.
 */
public final class Main {
  private static final String DEFAULT_PROFILE = "prod";
  private static final String ROUTES = "file:routes/**/*.camel.yaml";

  private final String profile = profile();
  private final Gateway gateway = new Gateway();
  private final org.apache.camel.main.Main camel = new org.apache.camel.main.Main();

  private Main() {}

  public static void main(String[] arguments) {
    if (System.getProperty("log4j2.configurationFile") == null) {
      System.setProperty("log4j2.configurationFile", "config/log4j2.properties");
    }
    System.exit(new Main().run());
  }

  private int run() {
    camel.configure().withProfile(profile).addConfiguration(gateway);
    // Of two locations the earlier wins.
    camel.setDefaultPropertyPlaceholderLocation(
        "file:%s;optional=true,file:%s;optional=true"
            .formatted(settings("-" + profile), settings("")));
    camel.addMainListener(new RefuseProblems());
    try {
      camel.run();
      return camel.getExitCode();
    } catch (Exception failed) {
      Set<Problem> problems = problems(failed);
      System.err.println("wechat-gateway can't start:");
      problems.forEach(problem -> System.err.println("  " + problem));
      return 2;
    }
  }

  /** All that can be found, not only what Camel fell over first. */
  private Set<Problem> problems(Exception failed) {
    Set<Problem> problems = new LinkedHashSet<>();
    missingFile().ifPresent(problems::add);
    CamelContext context = camel.getCamelContext();
    if (context != null) {
      problems.addAll(gateway.problems(context));
      String routes = camel.configure().getRoutesIncludePattern();
      problems.addAll(RouteFiles.problems(context, Objects.requireNonNullElse(routes, ROUTES)));
    }
    if (problems.isEmpty()) {
      problems.add(new Problem("start", RouteFiles.reason(failed), "a start"));
    }
    return problems;
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

  private static String profile() {
    String variable = System.getenv().getOrDefault("CAMEL_MAIN_PROFILE", DEFAULT_PROFILE);
    return System.getProperty("camel.main.profile", variable);
  }

  /** Looks at settings and routes once they are read, before anything runs. */
  private final class RefuseProblems extends MainListenerSupport {
    @Override
    public void afterConfigure(BaseMainSupport main) {
      ModelCamelContext context = (ModelCamelContext) main.getCamelContext();
      if (missingFile().isPresent()
          || !gateway.problems(context).isEmpty()
          || !RouteFiles.missing(context.getRouteDefinitions()).isEmpty()) {
        throw new IllegalStateException("there are problems");
      }
    }
  }
}
