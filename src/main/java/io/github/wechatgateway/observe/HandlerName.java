package io.github.wechatgateway.observe;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/** Remembers which handler an exchange went to, so that errors and metrics can name it. */
public final class HandlerName implements RoutePolicyFactory {
  private static final String PROPERTY = "wechatHandler";

  /** The id of the route, {@code on-text}; {@code none} as long as no handler was reached. */
  public static String of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, "none", String.class);
  }

  @Override
  public @Nullable RoutePolicy createRoutePolicy(
      CamelContext context, String routeId, NamedNode route) {
    return routeId.startsWith("on-") ? new Remember() : null;
  }

  /** One a route: Camel stops it with its route. */
  private static final class Remember extends RoutePolicySupport {
    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
      exchange.setProperty(PROPERTY, route.getRouteId());
    }
  }
}
