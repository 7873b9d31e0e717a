package io.github.wechatgateway.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.LineNumberAware;
import org.apache.camel.model.EnrichDefinition;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.PollEnrichDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RecipientListDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RoutingSlipDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.ToDynamicDefinition;

/** What routes say about one another: where they lead, and what each must have alone. */
final class RouteLinks {
  /** What a policy begins with, in place of an endpoint. */
  static final String POLICY = "direct:policy-";

  /** The routes that the gateway is made of, whatever its handlers are, and their files. */
  private static final List<String> CORE =
      List.of(
          "routes/callback/answer-failure",
          "routes/callback/check-url",
          "routes/callback/claim",
          "routes/callback/open-envelope",
          "routes/callback/receive-callback",
          "routes/callback/seal-reply",
          "routes/router/route-event",
          "routes/router/route-message",
          "routes/wechat/call-wechat",
          "routes/wechat/renew-token",
          "routes/wechat/send-request");

  private final List<RouteDefinition> routes;

  /** Files whose route is told to begin with what another begins with. */
  private final Set<String> misbegun = new HashSet<>();

  /** Those named as their files come first: of two with one id, the other has it wrongly. */
  RouteLinks(List<RouteDefinition> routes) {
    this.routes = routes.stream().sorted(Comparator.comparing(RouteLinks::isMisnamed)).toList();
  }

  /**
   * What the routes lead to but no route begins with, policies that are not there, and routes that
   * the gateway can't be without.
   *
   * @param unreadable the names of files that hold the routes of these names, one hopes
   */
  List<Problem> missing(Set<String> unreadable) {
    Set<String> present = new HashSet<>(unreadable);
    routes.forEach(route -> present.addAll(List.of(id(route), fileName(route))));
    List<Problem> problems = new ArrayList<>();
    Set<String> told = new HashSet<>(unreadable);
    told.addAll(misbegun);
    for (String core : CORE) {
      if (!present.contains(nameOf(core))) {
        told.add(nameOf(core));
        problems.add(
            new Problem(
                core + ".camel.yaml",
                "no such route",
                "a route that the gateway can't be without"));
      }
    }
    Set<String> begun = new HashSet<>();
    told.forEach(name -> begun.addAll(List.of("direct:" + name, POLICY + name)));
    routes.forEach(route -> begun.add(begin(route)));
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
        targets(step)
            .filter(to -> to.startsWith("direct:") && !begun.contains(to))
            .filter(to -> !to.contains("${") && !to.contains("{{"))
            .forEach(
                to ->
                    problems.add(
                        new Problem(
                            place(route, step),
                            to + " leads nowhere",
                            wanted(to.substring("direct:".length())))));
      }
    }
    return problems;
  }

  /** What a {@code direct:} of this name needs. */
  private String wanted(String name) {
    boolean written = routes.stream().anyMatch(route -> fileName(route).equals(name));
    return written
        ? "that %s.camel.yaml begins with it".formatted(name)
        : "a route file %s.camel.yaml".formatted(name);
  }

  /** Routes and steps with the id of another, and routes with the beginning of another. */
  List<Problem> twice() {
    Map<String, String> places = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (RouteDefinition route : routes) {
      String begin = begin(route);
      if (begin.startsWith(POLICY)) {
        note("policy " + id(route), place(route, route), places, problems);
      } else if (begin.startsWith("direct:")
          && note("beginning " + begin, place(route, route.getInput()), places, problems)) {
        misbegun.add(fileName(route));
      }
      Stream<ProcessorDefinition<?>> itself =
          begin.startsWith(POLICY) ? Stream.of() : Stream.of(route);
      Stream.concat(itself, steps(route))
          .filter(ProcessorDefinition::hasCustomIdAssigned)
          .forEach(node -> note("id " + node.getId(), place(route, node), places, problems));
    }
    return problems;
  }

  static boolean beginTwice(List<RouteDefinition> routes) {
    Set<String> begins = new HashSet<>();
    return routes.stream()
        .map(RouteLinks::begin)
        .anyMatch(begin -> begin.startsWith("direct:") && !begins.add(begin));
  }

  /** Routes and policies whose id is not the name of their file; not those with another's id. */
  List<Problem> misnamed() {
    Set<String> taken = new HashSet<>();
    return routes.stream()
        .filter(route -> taken.add(id(route)) && isMisnamed(route))
        .map(
            route ->
                new Problem(
                    place(route, route),
                    id(route).isEmpty() ? "no id" : "the id " + id(route),
                    fileName(route) + ", as the file is named"))
        .toList();
  }

  /** The ids of the routes that these lead to, themselves included, and of those of policies. */
  Set<String> reachable(Set<String> ids, List<RouteConfigurationDefinition> policies) {
    Set<String> begins = new HashSet<>();
    policies.stream()
        .flatMap(policy -> policy.getOnExceptions().stream())
        .flatMap(RouteLinks::steps)
        .flatMap(RouteLinks::targets)
        .forEach(begins::add);
    Set<String> reached = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (RouteDefinition route : routes) {
        if ((ids.contains(id(route)) || begins.contains(begin(route))) && reached.add(id(route))) {
          steps(route).flatMap(RouteLinks::targets).forEach(begins::add);
          more = true;
        }
      }
    }
    return reached;
  }

  /** Whether it is there a second time, which is then noted. */
  private static boolean note(
      String what, String place, Map<String, String> places, List<Problem> problems) {
    String first = places.putIfAbsent(what, place);
    if (first != null) {
      problems.add(new Problem(place, "a second " + what, "one; the first is at " + first));
    }
    return first != null;
  }

  private static boolean isMisnamed(RouteDefinition route) {
    return !id(route).equals(fileName(route));
  }

  private static String id(RouteDefinition route) {
    return Objects.requireNonNullElse(route.getRouteId(), "");
  }

  private static String fileName(RouteDefinition route) {
    return nameOf(Objects.requireNonNullElse(route.getLocation(), ""));
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

  /** Where a step leads, as far as it can be read from the file. */
  private static Stream<String> targets(ProcessorDefinition<?> step) {
    if (step instanceof SendDefinition<?> to) {
      return Stream.of(endpoint(to.getEndpointUri()));
    }
    if (step instanceof ToDynamicDefinition to) { // a wireTap too
      return Stream.of(endpoint(to.getUri()));
    }
    boolean leads =
        step instanceof RecipientListDefinition<?>
            || step instanceof RoutingSlipDefinition<?>
            || step instanceof EnrichDefinition
            || step instanceof PollEnrichDefinition;
    return leads && step instanceof ExpressionNode node && node.getExpression() != null
        ? Stream.of(Objects.requireNonNullElse(node.getExpression().getExpression(), "").split(","))
            .map(each -> endpoint(each.strip()))
        : Stream.empty();
  }

  /** {@code direct:on-text} of {@code direct://on-text?option}. */
  private static String endpoint(String uri) {
    return uri.replaceFirst("://", ":").replaceFirst("\\?.*", "");
  }
}
