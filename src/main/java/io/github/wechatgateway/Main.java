package io.github.wechatgateway;

import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.RouteFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
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
  private static final String PROFILE = "camel.main.profile";

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
    String profile =
        System.getProperty(PROFILE, System.getenv().getOrDefault("CAMEL_MAIN_PROFILE", "prod"));
    camel.configure().withProfile(profile).addConfiguration(gateway);
    // Of two locations the earlier wins.
    camel.setDefaultPropertyPlaceholderLocation(
        "file:config/application-%s.properties;optional=true,file:config/application.properties;optional=true"
            .formatted(profile));
    camel.addMainListener(new RefuseProblems());
    try {
      camel.run();
      return camel.getExitCode();
    } catch (Exception failed) {
      Set<Problem> problems = problems(failed, profile);
      System.err.println("wechat-gateway can't start:");
      problems.forEach(problem -> System.err.println("  " + problem));
      camel.shutdown();
      return 2;
    }
  }

  /** All that can be found, not only what Camel fell over first. */
  private Set<Problem> problems(Exception failed, String profile) {
    Set<Problem> problems = new LinkedHashSet<>();
    for (String file :
        new String[] {"application.properties", "application-" + profile + ".properties"}) {
      if (!Files.exists(Path.of("config", file))) {
        problems.add(
            new Problem(
                "config/" + file,
                "missing",
                "in the working folder " + Path.of("").toAbsolutePath()));
      }
    }
    CamelContext context = camel.getCamelContext();
    if (context != null) {
      problems.addAll(gateway.problems(context));
      problems.addAll(
          RouteFiles.problems(
              context,
              Objects.requireNonNullElse(
                  camel.configure().getRoutesIncludePattern(), "file:routes/**/*.camel.yaml")));
    }
    if (problems.isEmpty()) {
      problems.add(new Problem("start", RouteFiles.reason(failed), "a start"));
    }
    return problems;
  }

  /** Looks at settings and routes once they are read, before anything runs. */
  private final class RefuseProblems extends MainListenerSupport {
    @Override
    public void afterConfigure(BaseMainSupport main) {
      ModelCamelContext context = (ModelCamelContext) main.getCamelContext();
      if (!gateway.problems(context).isEmpty()
          || !RouteFiles.missing(context.getRouteDefinitions()).isEmpty()) {
        throw new IllegalStateException("there are problems");
      }
    }
  }
}
