package io.github.wechatgateway;

import static java.util.stream.Collectors.joining;

import io.github.wechatgateway.config.CamelKeys;
import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.PropertyFile;
import io.github.wechatgateway.config.RouteFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainConstants;
import org.apache.camel.main.MainListener;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.ModelCamelContext;
import org.jspecify.annotations.Nullable;

/** A start of the gateway in the working folder, and all that can keep it from one. */
final class Startup {
  private static final String ROUTES = "file:routes/**/*.camel.yaml";
  private static final Path ROUTES_FOLDER = Path.of("routes");

  /** With all defaults, whatever the profile. */
  private static final String SETTINGS = "config/application.properties";

  private static final String EXCLUDED = "camel.main.routesExcludePattern";

  private final Profile profile;
  private final Gateway gateway;
  private final @Nullable MainListener door;
  private final Main camel = new Main();

  Startup(Profile profile, Gateway gateway) {
    this(profile, gateway, null);
  }

  /**
   * Those of a trial need not all run, which would find two with one beginning.
   *
   * @param door goes on when nothing is wrong; null = no trial
   */
  Startup(Profile profile, Gateway gateway, @Nullable MainListener door) {
    this.profile = profile;
    this.gateway = gateway;
    this.door = door;
  }

  /** How Camel is started. */
  interface Way {
    void start(Main camel) throws Exception;
  }

  Main camel() {
    return camel;
  }

  /**
   * Starts.
   *
   * @return what keeps it from that; nothing if it has started
   */
  Set<Problem> start(Way way) {
    Set<Problem> unreadable = Files.exists(Path.of(SETTINGS)) ? malformedFiles() : noSettings();
    if (!unreadable.isEmpty()) { // nothing can be said about what they hold
      return unreadable;
    }
    System.setProperty(MainConstants.PROFILE, profile.name()); // Camel takes an empty one for one
    camel.configure().withRoutesIncludePattern(ROUTES).addConfiguration(gateway);
    camel.setDefaultPropertyPlaceholderLocation(
        profile.files().stream().map("file:%s;optional=true"::formatted).collect(joining(",")));
    camel.addMainListener(new RefuseProblems());
    if (door != null) {
      camel.addMainListener(door);
    }
    try {
      way.start(camel);
      return Set.of();
    } catch (Exception failed) {
      return problems(failed);
    }
  }

  /** It is the wrong folder, most likely: each key would be told as missing. */
  private static Set<Problem> noSettings() {
    Set<Problem> problems = new LinkedHashSet<>(Set.of(missing(SETTINGS)));
    if (!Files.isDirectory(ROUTES_FOLDER)) {
      problems.add(missing(ROUTES_FOLDER + "/"));
    }
    return problems;
  }

  private Set<Problem> malformedFiles() {
    Set<Problem> problems = new LinkedHashSet<>();
    profile.files().forEach(file -> PropertyFile.problem(file).ifPresent(problems::add));
    return problems;
  }

  /** All that can be found, not only what Camel fell over first. */
  private Set<Problem> problems(Exception failed) {
    Set<Problem> problems = new LinkedHashSet<>();
    missingFile().ifPresent(problems::add);
    CamelContext context = camel.getCamelContext();
    if (context != null) {
      problems.addAll(gateway.problems(context));
      problems.addAll(
          Files.isDirectory(ROUTES_FOLDER)
              ? RouteFiles.problems(context, included(), excluded())
              : List.of(missing(ROUTES_FOLDER + "/")));
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

  /** Camel falls over a malformed file before it has read this. */
  private @Nullable String excluded() {
    String read = camel.configure().getRoutesExcludePattern();
    return read != null
        ? read
        : camel.getCamelContext().getPropertiesComponent().resolveProperty(EXCLUDED).orElse(null);
  }

  private Optional<Problem> missingFile() {
    String needed = profile.neededFile();
    return Files.exists(Path.of(needed)) ? Optional.empty() : Optional.of(missing(needed));
  }

  private static Problem missing(String path) {
    return new Problem(path, "missing", "in the working folder, " + Path.of("").toAbsolutePath());
  }

  /** Looks at settings and routes once they are read, before anything runs. */
  private final class RefuseProblems extends MainListenerSupport {
    @Override
    public void afterConfigure(BaseMainSupport main) {
      ModelCamelContext context = (ModelCamelContext) main.getCamelContext();
      if (missingFile().isPresent()
          || !gateway.problems(context).isEmpty()
          || RouteFiles.areIncomplete(context, included(), excluded())
          || (door != null && RouteFiles.areAmbiguous(context))) {
        throw new IllegalStateException("there are problems");
      }
    }
  }
}
