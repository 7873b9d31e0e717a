package io.github.wechatgateway.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.LineNumberAware;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.ToDynamicDefinition;

/** What routes say about one another: where they lead, and what each must have alone. */
final class RouteLinks {
  /** What a policy begins with, in place of an endpoint. */
  static final String POLICY = "direct:policy-";

  /** The route that everything begins with, and the file that it is in. */
  private static final String DOOR = "receive-callback";

  private final List<RouteDefinition> routes;

  RouteLinks(List<RouteDefinition> routes) {
    this.routes = routes;
  }

  /**
   * What the routes lead to but no route begins with, policies that are not there, and the door if
   * it is missing.
   *
   * @param unreadable the names of files that hold the routes of these names, one hopes
   */
  List<Problem> missing(Set<String> unreadable) {
    Set<String> begun = new HashSet<>();
    unreadable.forEach(name -> begun.addAll(List.of("direct:" + name, POLICY + name)));
    routes.forEach(route -> begun.add(begin(route)));
    List<Problem> problems = new ArrayList<>();
    if (!unreadable.contains(DOOR)
        && routes.stream().noneMatch(route -> DOOR.equals(route.getRouteId()))) {
      problems.add(
          new Problem(
              "routes/callback/" + DOOR + ".camel.yaml",
              "no such route",
              "the door of the gateway"));
    }
    for (RouteDefinition route : routes) {
      policies(route)
          .filter(policy -> !begun.contains(POLICY + policy))
          .forEach(
              policy ->
                  problems.add(
                      new Problem(
                          place(route, route),
                          "no such policy: " + policy,
                          "the id of a routeConfiguration in routes/policies/")));
      for (ProcessorDefinition<?> step : steps(route).toList()) {
        String to = target(step);
        if (to.startsWith("direct:") && !to.contains("${") && !begun.contains(to)) {
          String file = to.substring("direct:".length()) + ".camel.yaml";
          problems.add(
              new Problem(place(route, step), to + " leads nowhere", "a route file " + file));
        }
      }
    }
    return problems;
  }

  /** Routes and steps with the id of another, and routes with the beginning of another. */
  List<Problem> twice() {
    Map<String, String> places = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (RouteDefinition route : routes) {
      if (begin(route).startsWith("direct:")) {
        note("beginning " + begin(route), place(route, route.getInput()), places, problems);
      }
      Stream.concat(Stream.of(route), steps(route))
          .filter(ProcessorDefinition::hasCustomIdAssigned)
          .forEach(node -> note("id " + node.getId(), place(route, node), places, problems));
    }
    return problems;
  }

  private static void note(
      String what, String place, Map<String, String> places, List<Problem> problems) {
    String first = places.putIfAbsent(what, place);
    if (first != null) {
      problems.add(new Problem(place, "a second " + what, "one; the first is at " + first));
    }
  }

  /** The file and line of a part of a route. */
  static String place(RouteDefinition route, LineNumberAware part) {
    return part.getLocation() == null
        ? "route " + route.getRouteId()
        : path(part.getLocation()) + ":" + part.getLineNumber();
  }

  /** {@code routes/on-text.camel.yaml} of {@code file:routes/on-text.camel.yaml}. */
  static String path(String location) {
    return location.replaceFirst("^file:", "");
  }

  /** {@code on-text} of {@code routes/on-text.camel.yaml}. */
  static String nameOf(String path) {
    return path.replaceFirst(".*/", "").replaceFirst("\\..*", "");
  }

  private static Stream<ProcessorDefinition<?>> steps(ProcessorDefinition<?> node) {
    return node.getOutputs().stream().flatMap(step -> Stream.concat(Stream.of(step), steps(step)));
  }

  /** The policies that a route names and Camel has not given it: it would go on without them. */
  private static Stream<String> policies(RouteDefinition route) {
    String named = Objects.requireNonNullElse(route.getRouteConfigurationId(), "");
    Collection<String> given =
        Objects.requireNonNullElse(route.getAppliedRouteConfigurationIds(), List.of());
    return Stream.of(named.split(","))
        .filter(name -> !name.isEmpty() && !name.contains("*") && !given.contains(name));
  }

  private static String begin(RouteDefinition route) {
    return endpoint(route.getInput().getEndpointUri());
  }

  private static String target(ProcessorDefinition<?> step) {
    if (step instanceof SendDefinition<?> to) {
      return endpoint(to.getEndpointUri());
    }
    return step instanceof ToDynamicDefinition to ? endpoint(to.getUri()) : "";
  }

  /** {@code direct:on-text} of {@code direct://on-text?option}. */
  private static String endpoint(String uri) {
    return uri.replaceFirst("://", ":").replaceFirst("\\?.*", "");
  }
}
