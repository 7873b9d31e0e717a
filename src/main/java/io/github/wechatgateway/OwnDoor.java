package io.github.wechatgateway;

import io.github.wechatgateway.config.RouteFiles;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.ModelCamelContext;

/**
 * Has all routes built, which finds what is wrong with them, but starts only those that a callback
 * takes up to the handlers, and the way to WeChat's API. So nothing is taken from a queue, and no
 * handler connects to anything.
 */
final class OwnDoor extends MainListenerSupport {
  private static final Set<String> STARTED =
      Set.of("receive-callback", "check-url", "send-request", "sandbox-wechat");

  @Override
  public void afterConfigure(BaseMainSupport main) {
    ModelCamelContext context = (ModelCamelContext) main.getCamelContext();
    Set<String> started = RouteFiles.reachable(context, STARTED);
    context.getRouteDefinitions().stream()
        .filter(route -> !started.contains(route.getRouteId()))
        .forEach(route -> route.setAutoStartup("false"));
    try {
      context.addRoutes(new Handler());
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  /** Stands for all handlers. */
  private static final class Handler extends RouteBuilder {
    @Override
    public void configure() {
      from(Gateway.TRIAL_HANDLER).routeId("trial").setBody(constant("checked"));
    }
  }
}
