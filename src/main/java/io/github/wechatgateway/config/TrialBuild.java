package io.github.wechatgateway.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.StopDefinition;

/**
 * Makes the processors of routes, without starting them, which finds missing beans, wrong options
 * and wrong expressions.
 */
final class TrialBuild {
  private final DefaultCamelContext context;

  /** In a context that is started, and has a server for nothing. */
  TrialBuild(DefaultCamelContext context) {
    this.context = context;
  }

  /** What is wrong with a route: each step with a mistake of its own. */
  List<Problem> problems(RouteDefinition route) {
    String begin = route.getInput().getEndpointUri();
    if (begin.startsWith("platform-http:")) { // there is no server: begin with what nobody calls
      route.getInput().setUri("direct:http-" + route.getRouteId());
    }
    try {
      build(route);
      return List.of();
    } catch (Exception wrong) {
      List<Problem> steps =
          route.getOutputs().stream().flatMap(step -> problems(step, route)).toList();
      String place = RouteLinks.place(route, route.getInput());
      return steps.isEmpty()
          ? List.of(problem(wrong, place))
          : Stream.concat(beginning(route, place).stream(), steps.stream()).toList();
    } finally {
      route.getInput().setUri(begin);
    }
  }

  /** What is wrong with where a route begins, whatever its steps are. */
  private Optional<Problem> beginning(RouteDefinition route, String place) {
    try {
      context.getEndpoint(route.getInput().getEndpointUri());
      return Optional.empty();
    } catch (RuntimeException wrong) {
      return Optional.of(problem(wrong, place));
    }
  }

  /** Builds a step by itself, once those in it are right. */
  private Stream<Problem> problems(ProcessorDefinition<?> step, RouteDefinition route) {
    List<Problem> inner =
        step.getOutputs().stream().flatMap(each -> problems(each, route)).toList();
    if (!inner.isEmpty()) {
      return inner.stream();
    }
    RouteDefinition alone = new RouteDefinition("direct:" + UUID.randomUUID());
    alone.setOutputs(new ArrayList<>(List.of(step, new StopDefinition())));
    try {
      build(alone);
      return Stream.empty();
    } catch (Exception wrong) {
      return Stream.of(problem(wrong, RouteLinks.place(route, step)));
    }
  }

  private void build(RouteDefinition route) throws Exception {
    route.setAutoStartup("false");
    context.startRouteDefinitions(List.of(route));
  }

  private static Problem problem(Exception wrong, String place) {
    return new Problem(place, RouteFiles.reason(wrong), "something that can be built");
  }
}
