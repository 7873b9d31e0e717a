package io.github.wechatgateway;

import static java.util.Objects.requireNonNull;

import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.api.Api;
import io.github.wechatgateway.api.Clients;
import io.github.wechatgateway.claim.ClaimSteps;
import io.github.wechatgateway.config.Settings;
import io.github.wechatgateway.late.LateSteps;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.MessageMeters;
import io.github.wechatgateway.record.Records;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyFiles;
import io.github.wechatgateway.reply.ReplyReader;
import io.github.wechatgateway.wechat.ApiAddress;
import io.github.wechatgateway.wechat.WeChat;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.AdviceWithRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.function.ThrowingConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Route files in a context of their own, with the gateway's beans and the sandbox's account. Each
 * {@code direct:on-…} that they lead to, and that is not among them, is a mock of that name; what
 * begins with HTTP or a timer begins with {@code direct:<id>} instead.
 */
public final class RouteUnderTest
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private static final String SETTINGS =
      "file:config/application-sandbox.properties,file:config/application.properties";

  /** WeChat, which no test calls from here. */
  private static final URI NOBODY = URI.create("http://127.0.0.1:9");

  private final String name;
  private final List<String> files;
  private final Map<String, Processor> steps = new HashMap<>();
  private @Nullable RouteBuilder caller;
  private ThrowingConsumer<AdviceWithRouteBuilder, Exception> advice = route -> {};
  private @Nullable DefaultCamelContext context;

  /**
   * Loads files.
   *
   * @param files below routes/, without their ending; exchanges go to the first
   */
  public RouteUnderTest(String... files) {
    this.files = List.of(files);
    this.name = files[0].replaceFirst(".*/", "");
  }

  /** Adds a route that has the policy under test; exchanges go to it as {@code direct:<file>}. */
  public RouteUnderTest calledBy(RouteBuilder route) {
    caller = route;
    return this;
  }

  /** Binds a step, in place of the gateway's if it has one of that name. */
  public RouteUnderTest step(String step, Processor processor) {
    steps.put(step, processor);
    return this;
  }

  /** Changes the first of the routes. */
  public RouteUnderTest with(ThrowingConsumer<AdviceWithRouteBuilder, Exception> change) {
    advice = change;
    return this;
  }

  /** The reply that a handler leaves for a message; null = nothing to say. */
  public @Nullable Reply reply(Message message) throws Exception {
    Exchange exchange = send(request -> request.getMessage().setBody(message));
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    return ReplyReader.read(exchange.getMessage().getBody());
  }

  /** Runs an exchange through the route; what the route throws stays in the exchange. */
  public Exchange send(Processor request) {
    return context().createProducerTemplate().request("direct:" + name, request);
  }

  /** What stands in for {@code direct:<route>}. */
  public MockEndpoint mock(String route) {
    return context().getEndpoint("mock:direct:" + route, MockEndpoint.class);
  }

  public DefaultCamelContext context() {
    return requireNonNull(context);
  }

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    context = camel;
    camel.getPropertiesComponent().setLocation(SETTINGS);
    Settings settings = new Settings(camel);
    ReplyFiles replies = new ReplyFiles(Path.of("config", "replies"));
    Accounts accounts = Accounts.from(settings);
    Limits limits = Limits.from(settings);
    Counters counters = new Counters(Gateway.meters(camel.getRegistry()));
    ApiAddress api = new ApiAddress(List.of(NOBODY), Optional.empty());
    WeChat wechat = WeChat.bind(camel, accounts, limits.wechat(), api, () -> NOBODY, counters);
    Records records =
        limits.records().records(new MessageMeters(Gateway.meters(camel.getRegistry())));
    LateSteps late =
        LateSteps.idle(camel, limits.late(), account -> LateReply.RETRIES, records, counters);
    ClaimSteps claims =
        Gateway.bind(
            camel, accounts, limits, wechat, late, records, replies, Gateway.HANDLERS, counters);
    late.bind(camel, claims);
    new Api(camel.getRegistry(), limits.api()).bind(Clients.from(settings), accounts, counters);
    steps.forEach(
        (step, processor) -> {
          camel.getRegistry().unbind(step); // or there would be two of that name
          camel.getRegistry().bind(step, processor);
        });
    List<Resource> resources = new ArrayList<>();
    for (String file : files) {
      String location = "file:routes/" + file + ".camel.yaml";
      resources.add(ResourceHelper.resolveMandatoryResource(camel, location));
    }
    PluginHelper.getRoutesLoader(camel).loadRoutes(resources);
    if (caller != null) {
      camel.addRoutes(caller);
    }
    String here =
        Stream.concat(
                Stream.of(name), camel.getRouteDefinitions().stream().map(RouteDefinition::getId))
            .collect(Collectors.joining("|"));
    for (RouteDefinition route : List.copyOf(camel.getRouteDefinitions())) {
      AdviceWith.adviceWith(
          route,
          camel,
          new AdviceWithRouteBuilder() {
            @Override
            public void configure() throws Exception {
              if (!route.getInput().getEndpointUri().startsWith("direct:")) {
                replaceFromWith("direct:" + route.getId());
              }
              mockEndpointsAndSkip("direct:(?!(//)?(" + here + ")$).*");
              if (name.equals(route.getId())) {
                advice.accept(this);
              }
            }
          });
    }
    camel.start();
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    MockEndpoint.resetMocks(context());
  }

  @Override
  public void afterAll(ExtensionContext test) throws Exception {
    context().close();
  }
}
