package io.github.wechatgateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;

/** What listens and what calls, for the gateway and for Camel's management server. */
final class SharedVertx {
  private SharedVertx() {}

  static Vertx of(CamelContext context) throws Exception {
    // It would unpack files of the class path into a temporary folder: there are none to serve.
    FileSystemOptions nothing =
        new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
    Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(nothing));
    context.getRegistry().bind("vertx", vertx);
    context.addLifecycleStrategy(
        new LifecycleStrategySupport() {
          @Override
          public void onContextStopped(CamelContext stopped) {
            vertx.close(); // after both servers
          }
        });
    return vertx;
  }
}
