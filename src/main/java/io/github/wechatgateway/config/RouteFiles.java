package io.github.wechatgateway.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;

/**
 * Finds what is wrong with the route files. Camel's own start ends at the first mistake; this reads
 * each file by itself, in a context that never runs, and finds all of them.
 */
public final class RouteFiles {
  /** The route that everything begins with, and the file that it is in. */
  private static final String DOOR = "receive-callback";

  private RouteFiles() {}

  /**
   * Reads every file by itself and builds every route in it.
   *
   * @param like whose beans and settings the routes are to find
   * @param pattern Camel's {@code routesIncludePattern}
   */
  public static List<Problem> problems(CamelContext like, String pattern) {
    List<Problem> problems = new ArrayList<>();
    List<RouteDefinition> routes = new ArrayList<>();
    try (DefaultCamelContext parser = like(like);
        DefaultCamelContext builder = like(like)) {
      for (Resource file :
          PluginHelper.getPackageScanResourceResolver(like).findResources(pattern)) {
        routes.addAll(read(file, parser, problems));
      }
      builder.start();
      routes.forEach(route -> build(route, builder, problems));
    } catch (Exception unexpected) {
      problems.add(new Problem(pattern, "not readable: " + reason(unexpected), "route files"));
    }
    problems.addAll(missing(routes));
    return problems;
  }

  /** What the routes lead to but no route begins with, and the door if it is missing. */
  public static List<Problem> missing(List<RouteDefinition> routes) {
    Set<String> begun =
        routes.stream()
            .map(route -> name(route.getInput().getEndpointUri()))
            .collect(Collectors.toSet());
    List<Problem> problems = new ArrayList<>();
    if (routes.stream().noneMatch(route -> DOOR.equals(route.getRouteId()))) {
      problems.add(
          new Problem(
              "routes/callback/" + DOOR + ".camel.yaml",
              "no such route",
              "the door of the gateway"));
    }
    for (RouteDefinition route : routes) {
      for (SendDefinition<?> to :
          ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), SendDefinition.class)) {
        String name = name(to.getEndpointUri());
        if (name.startsWith("direct:") && !name.contains("${") && !begun.contains(name)) {
          String file = name.substring("direct:".length()) + ".camel.yaml";
          problems.add(
              new Problem(
                  place(route, to.getLineNumber()),
                  name + " leads nowhere",
                  "a route file " + file));
        }
      }
    }
    return problems;
  }

  private static DefaultCamelContext like(CamelContext context) {
    DefaultCamelContext empty = new DefaultCamelContext(context.getRegistry());
    empty.setPropertiesComponent(context.getPropertiesComponent());
    empty.setSourceLocationEnabled(true);
    empty.setStartupSummaryLevel(StartupSummaryLevel.Off);
    return empty;
  }

  private static List<RouteDefinition> read(
      Resource file, DefaultCamelContext parser, List<Problem> problems) {
    int before = parser.getRouteDefinitions().size();
    try {
      for (RoutesBuilder builder : PluginHelper.getRoutesLoader(parser).findRoutesBuilders(file)) {
        parser.addRoutes(builder);
      }
      List<RouteDefinition> all = parser.getRouteDefinitions();
      return List.copyOf(all.subList(before, all.size()));
    } catch (Exception malformed) {
      problems.add(new Problem(file.getLocation(), reason(malformed), "a route in Camel's YAML"));
      return List.of();
    }
  }

  /**
   * Makes the route's processors, which finds missing beans, wrong options and wrong expressions.
   */
  private static void build(
      RouteDefinition route, DefaultCamelContext builder, List<Problem> problems) {
    int line = route.getInput().getLineNumber();
    // No server runs in this context: what comes in over HTTP begins here with a name that nobody
    // calls.
    if (route.getInput().getEndpointUri().startsWith("platform-http:")) {
      route.getInput().setUri("direct:http-" + route.getRouteId());
    }
    route.setAutoStartup("false");
    try {
      builder.startRouteDefinitions(List.of(route));
    } catch (Exception wrong) {
      problems.add(new Problem(place(route, line), reason(wrong), "a route that can be built"));
    }
  }

  private static String place(RouteDefinition route, int line) {
    String file =
        route.getResource() == null
            ? "route " + route.getRouteId()
            : route.getResource().getLocation();
    return line > 0 ? file + ":" + line : file;
  }

  /** {@code direct:on-text} of {@code direct://on-text?option}. */
  private static String name(String uri) {
    return uri.replaceFirst("://", ":").replaceFirst("\\?.*", "");
  }

  /** What lies behind an exception, in its own words. */
  public static String reason(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
