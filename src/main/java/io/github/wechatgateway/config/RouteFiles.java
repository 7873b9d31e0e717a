package io.github.wechatgateway.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.ExpressionIllegalSyntaxException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.DefaultRoutesCollector;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.StopDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with the route files. Camel's own start ends at the first mistake; this reads
 * each file by itself, in a context that never runs, and finds all of them.
 */
public final class RouteFiles {
  /** Where a mistake is, as the reader of YAML says it; the last is the place where it stopped. */
  private static final Pattern MARK = Pattern.compile("\\s+in \\S+, line (\\d+), column \\d+:");

  private final CamelContext like;
  private final List<Problem> problems = new ArrayList<>();
  private final List<RouteDefinition> routes = new ArrayList<>();
  private final Set<String> unreadable = new HashSet<>();

  private RouteFiles(CamelContext like) {
    this.like = like;
  }

  /**
   * Reads every file by itself and builds every route in it.
   *
   * @param like whose beans and settings the routes are to find
   * @param include Camel's {@code routesIncludePattern}
   * @param exclude Camel's {@code routesExcludePattern}; null = none
   */
  public static List<Problem> problems(
      CamelContext like, String include, @Nullable String exclude) {
    RouteFiles files = new RouteFiles(like);
    try (DefaultCamelContext builder = files.context()) {
      find(like, include, exclude).stream()
          .sorted(Comparator.comparing(Resource::getLocation))
          .forEach(files::read);
      builder.start();
      TrialBuild build = new TrialBuild(builder);
      files.routes.forEach(route -> files.problems.addAll(build.problems(route)));
    } catch (Exception unexpected) {
      files.problems.add(
          new Problem(include, "not readable: " + reason(unexpected), "route files"));
    }
    RouteLinks links = new RouteLinks(files.routes);
    files.problems.addAll(links.twice());
    files.problems.addAll(links.misnamed());
    files.problems.addAll(links.missing(files.unreadable));
    return files.problems;
  }

  /**
   * Whether Camel, which has read the files without a complaint, has left some of what is in them.
   * It takes a file that holds no route for an empty one, and never asks for a route.
   */
  public static boolean areIncomplete(
      ModelCamelContext read, String include, @Nullable String exclude) {
    Set<String> files = new HashSet<>();
    try {
      find(read, include, exclude)
          .forEach(file -> files.add(RouteLinks.nameOf(file.getLocation())));
    } catch (RuntimeException unreadable) { // problems() says what is wrong
      return true;
    }
    Set<String> ids = new HashSet<>();
    read.getRouteDefinitions().forEach(route -> ids.add(route.getRouteId()));
    read.getRouteConfigurationDefinitions().forEach(policy -> ids.add(policy.getId()));
    return !files.equals(ids)
        || !new RouteLinks(read.getRouteDefinitions()).missing(Set.of()).isEmpty();
  }

  /** Whether two routes have one beginning, which Camel finds when it runs both. */
  public static boolean areAmbiguous(ModelCamelContext read) {
    return RouteLinks.beginTwice(read.getRouteDefinitions());
  }

  /**
   * The ids of the routes that some routes lead to, over {@code direct:}, and of those that
   * policies lead to.
   *
   * @param from ids; they are among the answer, as far as they are there
   */
  public static Set<String> reachable(ModelCamelContext read, Set<String> from) {
    return new RouteLinks(read.getRouteDefinitions())
        .reachable(from, read.getRouteConfigurationDefinitions());
  }

  private static Collection<Resource> find(
      CamelContext context, String include, @Nullable String exclude) {
    return new DefaultRoutesCollector().findRouteResourcesFromDirectory(context, exclude, include);
  }

  private DefaultCamelContext context() {
    // A registry of its own, since it is emptied when the context is closed.
    DefaultCamelContext empty = new DefaultCamelContext(new DefaultRegistry(like.getRegistry()));
    empty.setPropertiesComponent(like.getPropertiesComponent());
    empty.setSourceLocationEnabled(true);
    empty.setStartupSummaryLevel(StartupSummaryLevel.Off);
    return empty;
  }

  private void read(Resource file) {
    int before = routes.size();
    try (DefaultCamelContext parser = context()) {
      for (RoutesBuilder builder : PluginHelper.getRoutesLoader(parser).findRoutesBuilders(file)) {
        parser.addRoutes(builder);
      }
      routes.addAll(parser.getRouteDefinitions());
      parser
          .getRouteConfigurationDefinitions()
          .forEach(policy -> routes.add(asRoute(policy, file)));
      if (routes.size() == before) {
        throw new IllegalArgumentException("neither a route nor a policy");
      }
    } catch (Exception malformed) {
      String place = RouteLinks.path(file.getLocation());
      unreadable.add(RouteLinks.nameOf(place));
      String said = reason(malformed).replaceAll("(?m)^ {4}.*\\n?", ""); // a copy of the lines
      Matcher mark = MARK.matcher(said);
      String line = mark.results().map(found -> ":" + found.group(1)).reduce("", (a, b) -> b);
      String found = mark.replaceAll(" (line $1)").strip().replace("\n", ", ");
      problems.add(
          new Problem(
              place + line,
              found.replaceFirst(" \\(line \\d+\\)$", ""), // the place already
              "a route in Camel's YAML"));
    }
  }

  /** What a policy does, as a route that begins with it. */
  private static RouteDefinition asRoute(RouteConfigurationDefinition policy, Resource file) {
    RouteDefinition route = new RouteDefinition(RouteLinks.POLICY + policy.getId());
    if (policy.getId() != null) {
      route.setId(policy.getId());
    }
    route.setLocation(file.getLocation()); // the policy itself does not know it
    route.setLineNumber(1);
    policy.getOnExceptions().forEach(route::addOutput);
    policy.getOnCompletions().forEach(route::addOutput);
    route.addOutput(new StopDefinition());
    return route;
  }

  /** What lies behind an exception, in its own words. */
  public static String reason(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      if (root instanceof ExpressionIllegalSyntaxException) { // quotes the expression below
        return String.join(": ", String.valueOf(root.getMessage()).lines().limit(2).toList());
      }
      root = root.getCause();
    }
    String kind = root instanceof ClassNotFoundException ? "unknown class: " : "";
    return kind + root.getMessage();
  }
}
