package io.github.wechatgateway.sandbox.edit;

import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.RouteFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;

/**
 * The running routes, each of a file with its name. Camel's own reload takes all of them away
 * before it reads the new ones (CAMEL-24860); here one is taken away when its file is known to be
 * right.
 */
final class Routes {
  private static final String ALL = "file:routes/**/*.camel.yaml";

  /** Seconds that a message in a route may take to leave it. */
  private static final long TO_LEAVE = 1;

  private final ModelCamelContext context;

  Routes(ModelCamelContext context) {
    this.context = context;
  }

  /** What is wrong with the files, together. */
  List<Problem> problems() {
    return RouteFiles.problems(context, ALL, null);
  }

  /**
   * Has the route of a file run as the file says now; the old one goes on if the new one can't.
   *
   * @throws Exception if it can't
   */
  void replace(Path file) throws Exception {
    Resource resource = PluginHelper.getResourceLoader(context).resolveResource("file:" + file);
    @Nullable RouteDefinition old = context.getRouteDefinition(name(file));
    remove(file);
    try {
      for (RoutesBuilder builder :
          PluginHelper.getRoutesLoader(context).findRoutesBuilders(resource)) {
        context.addRoutes(builder);
      }
    } catch (Exception failed) {
      if (old != null) {
        remove(file);
        context.addRouteDefinition(old);
      }
      throw failed;
    }
  }

  /** Takes the route of a file away, if there is one. */
  void remove(Path file) throws Exception {
    String id = name(file);
    if (context.getRoute(id) != null) {
      context.getRouteController().stopRoute(id, TO_LEAVE, TimeUnit.SECONDS);
      context.removeRoute(id);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\..*", "");
  }
}
