package io.github.wechatgateway.sandbox.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.MessageHistory;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/** Handlers that threw as the events {@code failed}: a mistake may show only when a route runs. */
public final class FailureEvents implements RoutePolicyFactory {
  /** Characters of what an exception says; the rest is left out. */
  private static final int MAX_TEXT = 2_000;

  private final Events events;
  private final InstantSource clock;

  public FailureEvents(Events events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  @Override
  public @Nullable RoutePolicy createRoutePolicy(
      CamelContext context, String routeId, NamedNode route) {
    return routeId.startsWith("on-") ? new Tell() : null;
  }

  private void tell(String handler, Exchange failed, Throwable thrown) {
    events.tell(
        "failed",
        JsonNodeFactory.instance
            .objectNode()
            .put("time", clock.instant().toString())
            .put("handler", handler)
            .put("where", where(failed))
            .put("found", reason(thrown)));
  }

  /** The file and line of the step that was begun last. */
  private static String where(Exchange failed) {
    List<?> steps = failed.getProperty(ExchangePropertyKey.MESSAGE_HISTORY, List.of(), List.class);
    if (steps.isEmpty() || !(steps.get(steps.size() - 1) instanceof MessageHistory last)) {
      return "";
    }
    NamedNode step = last.getNode();
    return String.valueOf(step.getLocation()).replaceFirst("^file:", "")
        + ":"
        + step.getLineNumber();
  }

  /** What lies behind an exception, in its own words. */
  private static String reason(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = root.getClass().getSimpleName() + ": " + root.getMessage();
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
  }

  /** One a route: Camel stops it with its route. */
  private final class Tell extends RoutePolicySupport {
    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
      if (exchange.getException() != null) {
        tell(route.getRouteId(), exchange, exchange.getException());
      }
    }
  }
}
