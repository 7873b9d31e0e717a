package io.github.wechatgateway;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.callback.AnswerRefusal;
import io.github.wechatgateway.callback.AnswerUrlCheck;
import io.github.wechatgateway.callback.HttpEngine;
import io.github.wechatgateway.callback.OpenEnvelope;
import io.github.wechatgateway.callback.ReadMessage;
import io.github.wechatgateway.callback.SealReply;
import io.github.wechatgateway.callback.VerifySignature;
import io.github.wechatgateway.config.Address;
import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.Settings;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.HandlerName;
import io.github.wechatgateway.observe.LogFailure;
import io.github.wechatgateway.observe.SuggestHandler;
import io.github.wechatgateway.reply.Keywords;
import io.github.wechatgateway.reply.ReplyFiles;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts together: each step and bean under the name by which the routes call it. */
public final class Gateway implements CamelConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final int MAX_BODY = 10 * 1024 * 1024;
  private static final int DAY = 24 * 60 * 60;

  /** Keys whose meaning is settled, and what has to be built first. */
  private static final Map<String, String> NOT_YET =
      Map.ofEntries(
          Map.entry("wechat.api.url", "calls to WeChat"),
          Map.entry("wechat.callback.budget", "budget for an answer"),
          Map.entry("wechat.callback.idle-timeout", "limit for idle connections"),
          Map.entry("wechat.callback.max-connections", "limit for connections"),
          Map.entry("wechat.callback.max-header", "setting for the limit of headers"),
          Map.entry("wechat.handlers.max-running", "limit for handlers"),
          Map.entry("wechat.handlers.threads", "pool for handlers"),
          Map.entry("wechat.handlers.max-time", "limit for handlers"),
          Map.entry("wechat.claims.max-answers", "claims"),
          Map.entry("wechat.queue.url", "late path"),
          Map.entry("wechat.state.url", "state shared by replicas"));

  private @Nullable List<Problem> problems;

  /** What is wrong with the settings. */
  List<Problem> problems(CamelContext context) {
    if (problems == null) { // Camel fell over something before it came here
      try {
        configure(context);
      } catch (Exception unexpected) {
        throw RuntimeCamelException.wrapRuntimeCamelException(unexpected);
      }
    }
    return Objects.requireNonNull(problems);
  }

  @Override
  public void configure(CamelContext context) throws Exception {
    Settings settings = new Settings(context);
    Accounts accounts = Accounts.from(settings);
    int maxBody = settings.number("wechat.callback.max-body", 1024, MAX_BODY);
    int maxAge = settings.number("wechat.callback.max-age", 0, DAY);
    NOT_YET.forEach(settings::notYet);
    settings.refuseUnread("wechat.");
    Address callbacks = Address.of("camel.server", settings);
    Address.of("camel.management", settings); // listened on by Camel
    problems = settings.problems();
    accounts.all().forEach(Gateway::warn);

    bind(context, accounts, maxAge);
    listen(context, callbacks, maxBody);
  }

  /** The steps and beans that routes call by name. */
  static void bind(CamelContext context, Accounts accounts, int maxAge) {
    Counters counters = new Counters(meters(context.getRegistry()));
    ReplyFiles replies = new ReplyFiles(Path.of("config", "replies"));
    Clock clock = Clock.systemUTC();

    Registry registry = context.getRegistry();
    registry.bind("verify-signature", new VerifySignature(accounts, maxAge, clock));
    registry.bind("answer-url-check", new AnswerUrlCheck());
    registry.bind("open-envelope", new OpenEnvelope());
    registry.bind("read-message", new ReadMessage());
    registry.bind("seal-reply", new SealReply(counters, clock));
    registry.bind("answer-refusal", new AnswerRefusal(counters));
    registry.bind("log-failure", new LogFailure(counters));
    registry.bind("suggest-handler", new SuggestHandler());
    registry.bind("replies", replies);
    registry.bind("keywords", new Keywords(replies));
    context.addRoutePolicyFactory(new HandlerName());
  }

  /** Where Camel's own metrics are too, so that one page shows both. */
  private static MeterRegistry meters(Registry registry) {
    String name = MicrometerConstants.METRICS_REGISTRY_NAME;
    MeterRegistry meters = registry.lookupByNameAndType(name, MeterRegistry.class);
    if (meters == null) {
      meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      registry.bind(name, meters);
    }
    return meters;
  }

  private static void listen(CamelContext context, Address callbacks, int maxBody)
      throws Exception {
    // It would unpack files of the class path into a temporary folder: there are none to serve.
    FileSystemOptions nothing =
        new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
    Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(nothing));
    context.getRegistry().bind("vertx", vertx); // Camel's management server takes this one too
    HttpEngine engine = new HttpEngine(vertx, callbacks, maxBody);
    context.getComponent("platform-http", PlatformHttpComponent.class).setEngine(engine);
    context.addService(engine);
    context.addStartupListener(engine);
  }

  private static void warn(Account account) {
    if (account.encryption() == Encryption.PLAIN) {
      LOG.warn(
          "account={}: 明文模式. Its messages travel unencrypted; set encoding-aes-key, and 安全模式 in WeChat's console.",
          account.name());
    }
  }
}
