package io.github.wechatgateway.http;

import io.github.wechatgateway.config.Address;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.StartupListener;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server behind {@code platform-http:}. Camel's own holds a thread for each request,
 * decodes forms and uploads, turns every header of the client into one of the message, and goes on
 * when its port is taken; this one runs routes on its event loop, and reads a bounded body and the
 * query, and no more.
 *
 * <p>It listens when all routes have started, so that nobody meets a 404 before.
 */
public final class HttpEngine extends ServiceSupport
    implements PlatformHttpEngine, StartupListener {
  private static final Logger LOG = LoggerFactory.getLogger(HttpEngine.class);
  private static final long SECONDS_TO_CLOSE = 5;

  private final Vertx vertx;
  private final Door door = new Door();
  private final List<HttpConsumer> consumers = new CopyOnWriteArrayList<>();
  private final Address address;
  private final HttpLimits limits;
  private @Nullable HttpServer server;
  private volatile @Nullable URI uri;

  /**
   * Serves the routes of one context.
   *
   * @param address where to listen; port 0 = any that is free
   */
  public HttpEngine(Vertx vertx, Address address, HttpLimits limits) {
    this.vertx = vertx;
    this.address = address;
    this.limits = limits;
  }

  @Override
  public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
    return new HttpConsumer(endpoint, processor, door, consumers);
  }

  /**
   * Takes requests in a stop, too, while this holds, for all but the last two seconds of {@code
   * camel.main.shutdownTimeout}.
   */
  public void staysOpenWhile(BooleanSupplier busy) {
    door.staysOpenWhile(busy);
  }

  @Override
  public int getServerPort() {
    return server == null ? address.port() : server.actualPort();
  }

  /** Where a program on this machine reaches it. */
  public URI uri() {
    URI listening = uri;
    return listening == null ? resolve() : listening;
  }

  private URI resolve() {
    return new Address(address.host(), getServerPort()).uri();
  }

  @Override
  public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) throws Exception {
    if (server != null) { // a route was added while others run
      return;
    }
    context.addLifecycleStrategy(door);
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setHttp2ClearTextEnabled(false) // WeChat speaks HTTP/1.1
            .setMaxHeaderSize(limits.maxHeader())
            .setMaxInitialLineLength(limits.maxHeader());
    SlowClients slow = new SlowClients(vertx, limits, context::isStopping);
    server =
        vertx
            .createHttpServer(options)
            .connectionHandler(slow::opened)
            .requestHandler(
                request -> {
                  SlowClients.Patience patience = slow.asked(request);
                  if (!dispatch(request, patience)) {
                    if (!context.isStarted()) { // its routes leave one by one: never 404
                      HttpConsumer.refuseWhileStopping(request);
                    } else {
                      refuse(request);
                    }
                  }
                })
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    uri = resolve();
    LOG.info("Listening on http://{}:{}/wechat/<account>", address.host(), server.actualPort());
  }

  /** Whether a route takes it. */
  private boolean dispatch(HttpServerRequest request, SlowClients.Patience patience) {
    for (HttpConsumer consumer : consumers) {
      if (consumer.methods().contains(request.method().name())) {
        Map<String, String> parameters = consumer.parameters(request);
        if (parameters != null) {
          EventLoop eventLoop = ContextInternal.current().nettyEventLoop();
          consumer.receive(request, patience, parameters, eventLoop);
          return true;
        }
      }
    }
    return false;
  }

  private void refuse(HttpServerRequest request) {
    Set<String> allowed = new TreeSet<>();
    for (HttpConsumer consumer : consumers) {
      if (consumer.parameters(request) != null) {
        allowed.addAll(consumer.methods());
      }
    }
    if (allowed.isEmpty()) {
      EngineProblem.NO_PATH.answer(request.response());
    } else {
      request.response().putHeader("Allow", String.join(", ", allowed));
      EngineProblem.NO_METHOD.answer(request.response());
    }
  }

  @Override
  protected void doStop() throws Exception {
    if (server != null) {
      await(server.close());
    }
  }

  private static void await(Future<Void> closed) throws Exception {
    closed.toCompletionStage().toCompletableFuture().get(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
  }
}
