package io.github.wechatgateway.junit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.Gateway;
import io.github.wechatgateway.GatewayForTests;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The gateway as {@code config/} and {@code routes/} make it, in the sandbox profile on a free
 * port, for the tests of one class. WeChat is the stand-in that the sandbox has.
 *
 * <pre>{@code
 * @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();
 *
 * @Test
 * void a_greeting_is_answered() {
 *   assertThat(GATEWAY.text("hello").reply("Content")).contains("您好");
 * }
 * }</pre>
 */
public final class GatewayExtension implements BeforeAllCallback, AfterAllCallback {
  private static final String SETTINGS =
      "file:config/application-sandbox.properties,file:config/application.properties";

  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, Processor> handlers = new LinkedHashMap<>();
  private @Nullable Main main;

  /** Gives a key of config/application.properties another value. */
  public GatewayExtension setting(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /**
   * Puts a handler in the place of a route.
   *
   * @param route its id, such as {@code on-text}
   */
  public GatewayExtension handler(String route, Processor handler) {
    handlers.put(route, handler);
    return this;
  }

  /** Delivers a text of the first user, as {@link #deliver} does. */
  public Delivered text(String content) {
    return deliver(Map.of("MsgType", "text", "Content", content));
  }

  /**
   * Delivers a message of the first user as WeChat does: three tries of five seconds at most.
   *
   * @param message its elements by their names; maps nest, lists repeat, and what every message has
   *     is filled in
   */
  public Delivered deliver(Map<String, ?> message) {
    return deliverAs(Map.of("message", message));
  }

  /**
   * As {@link #deliver}, with all that {@code POST /sandbox/deliver} takes: {@code account}, {@code
   * user}, {@code mode} and {@code message}.
   */
  public Delivered deliverAs(Map<String, ?> delivery) {
    return new Delivered(script().post("/sandbox/deliver", delivery));
  }

  /** The customer-service messages that a user got, the oldest first, in WeChat's JSON. */
  public List<JsonNode> sentTo(String user) {
    List<JsonNode> messages = new ArrayList<>();
    script()
        .get("/sandbox/sent?user=" + user)
        .path("sent")
        .forEach(sent -> messages.add(sent.path("message")));
    return messages;
  }

  /** Lets the next calls of a path of the API go wrong: see {@code POST /sandbox/faults}. */
  public void fault(Map<String, ?> fault) {
    script().post("/sandbox/faults", fault);
  }

  /** Moves WeChat's clock ahead: tokens end after two hours, media after three days. */
  public void advance(Duration time) {
    script().post("/sandbox/clock", Map.of("advance", time.toSeconds()));
  }

  /** Below it is the gateway, {@code /wechat/demo}, and the stand-in, {@code /sandbox/wechat}. */
  public URI uri() {
    int port =
        context()
            .getComponent("platform-http", PlatformHttpComponent.class)
            .getEngine()
            .getServerPort();
    return URI.create("http://127.0.0.1:" + port);
  }

  public CamelContext context() {
    return requireNonNull(main, "the gateway runs while the tests of its class do")
        .getCamelContext();
  }

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    start();
  }

  @Override
  public void afterAll(ExtensionContext test) {
    stop();
  }

  /** For where JUnit does not: several classes that share one. */
  public GatewayExtension start() throws Exception {
    Main starting = new Main();
    starting.configure().addConfiguration(new Gateway("sandbox"));
    starting.setDefaultPropertyPlaceholderLocation(SETTINGS);
    starting.addOverrideProperty("camel.main.name", GatewayForTests.uniqueName());
    starting.addOverrideProperty("wechat.queue.folder", GatewayForTests.queueFolder());
    starting.addOverrideProperty("wechat.media.spool", GatewayForTests.SPOOL);
    starting.addOverrideProperty("camel.server.port", "0");
    String managementPort = Integer.toString(GatewayForTests.freePort());
    starting.addOverrideProperty("camel.management.port", managementPort);
    settings.forEach(starting::addOverrideProperty);
    starting.start();
    main = starting;
    for (Map.Entry<String, Processor> handler : handlers.entrySet()) {
      replace(handler.getKey(), handler.getValue(), starting.getCamelContext());
    }
    return this;
  }

  /** Ends it as SIGTERM does. */
  public void stop() {
    requireNonNull(main).stop();
  }

  private static void replace(String route, Processor handler, CamelContext context)
      throws Exception {
    if (context.getRoute(route) == null) {
      throw new IllegalArgumentException(route + ": no such route (expected: one of routes/)");
    }
    context.getRouteController().stopRoute(route);
    context.removeRoute(route);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:" + route).routeId(route).process(handler);
          }
        });
  }

  private Script script() {
    return new Script(uri());
  }
}
