package io.github.wechatgateway;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.account.LateReply;
import io.github.wechatgateway.api.Api;
import io.github.wechatgateway.api.Clients;
import io.github.wechatgateway.api.RelayPaths;
import io.github.wechatgateway.callback.AnswerRefusal;
import io.github.wechatgateway.callback.AnswerUrlCheck;
import io.github.wechatgateway.callback.LateText;
import io.github.wechatgateway.callback.OpenEnvelope;
import io.github.wechatgateway.callback.ReadBody;
import io.github.wechatgateway.callback.ReadMessage;
import io.github.wechatgateway.callback.SealReply;
import io.github.wechatgateway.callback.VerifySignature;
import io.github.wechatgateway.claim.ClaimSteps;
import io.github.wechatgateway.claim.FailedTry;
import io.github.wechatgateway.claim.RenderReply;
import io.github.wechatgateway.config.Address;
import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.Settings;
import io.github.wechatgateway.http.HttpEngine;
import io.github.wechatgateway.late.JournalUnusable;
import io.github.wechatgateway.late.LateSettings;
import io.github.wechatgateway.late.LateSteps;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.HandlerName;
import io.github.wechatgateway.observe.LogFailure;
import io.github.wechatgateway.observe.MessageMeters;
import io.github.wechatgateway.observe.SuggestHandler;
import io.github.wechatgateway.observe.Traces;
import io.github.wechatgateway.record.Records;
import io.github.wechatgateway.reply.BrokenReplies;
import io.github.wechatgateway.reply.CustomerServiceJson;
import io.github.wechatgateway.reply.Keywords;
import io.github.wechatgateway.reply.ReplyFiles;
import io.github.wechatgateway.sandbox.Sandbox;
import io.github.wechatgateway.sandbox.SandboxLimits;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.spool.Spool;
import io.github.wechatgateway.wechat.ApiAddress;
import io.github.wechatgateway.wechat.WeChat;
import io.github.wechatgateway.wechat.media.MediaSteps;
import io.github.wechatgateway.wechat.media.UploadReplyFiles;
import io.github.wechatgateway.wechat.send.SendSteps;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts together: each step and bean under the name by which the routes call it. */
public final class Gateway implements CamelConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  /** Keys whose meaning is settled, and what has to be built first. */
  private static final Map<String, String> NOT_YET =
      Map.ofEntries(Map.entry("wechat.state.url", "state shared by replicas"));

  private static final long SHORT_MILLIS = 500;

  /** Where every message goes that is handled. */
  static final String HANDLERS = "direct:route-message";

  /** The same, for messages that ask for a slow handler. */
  private static final String SANDBOX_HANDLERS = "direct:sandbox-delay";

  /** The same, where no handler of a user's may run. */
  static final String TRIAL_HANDLER = "direct:trial";

  private static final Path REPLIES = Path.of("config", "replies");

  private static final String TRY_IT = "Open {}/sandbox/ in a browser: a chat with this gateway";

  private final boolean sandbox;
  private final boolean trial;
  private @Nullable List<Problem> problems;
  private @Nullable Parts parts;

  /** The gateway in a profile; that of {@code sandbox} has a stand-in for WeChat. */
  public Gateway(String profile) {
    this(profile, false);
  }

  /** The same; for a trial it listens to this machine alone, and has no broker and no handlers. */
  Gateway(String profile, boolean trial) {
    this.sandbox = profile.equals("sandbox");
    this.trial = trial;
  }

  /** Of one that is tried, once its settings are right. */
  Parts parts() {
    return Objects.requireNonNull(parts);
  }

  /** What is wrong with the settings, and with the replies in files. */
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
    Limits limits = Limits.from(settings);
    ApiAddress api = ApiAddress.from(settings, sandbox);
    Clients clients = Clients.from(settings);
    RelayPaths relay = RelayPaths.from(settings);
    Traces.clean(context);
    LogFormat.check(settings);
    context.getRegistry().bind(Leaving.NAME, new Leaving(settings));
    NOT_YET.forEach(settings::notYet);
    @Nullable SandboxLimits sandboxLimits = sandbox ? SandboxLimits.from(settings) : null;
    settings.refuseUnread("wechat.");
    Address callbacks = Address.ofCallbacks(settings, trial); // a gateway may run beside a trial
    settings.refuseWrongKeysOfCamel();
    ReplyFiles replies = new ReplyFiles(REPLIES);
    problems =
        Stream.concat(settings.problems().stream(), BrokenReplies.in(replies).stream()).toList();
    if (problems.isEmpty()) { // else an account may be only half read
      accounts.all().forEach(Gateway::warn);
    }

    // What still runs after camel.main.shutdownTimeout hangs: each pool would wait ten seconds
    // more.
    context.getExecutorServiceManager().setShutdownAwaitTermination(SHORT_MILLIS);
    Counters counters = new Counters(meters(context.getRegistry()));
    Vertx vertx = SharedVertx.of(context);
    HttpEngine engine = new HttpEngine(vertx, trial ? Address.LOOPBACK : callbacks, limits.http());
    listen(context, engine);
    Supplier<URI> standIn = () -> engine.uri().resolve(Sandbox.WECHAT);
    WeChat wechat = WeChat.bind(context, accounts, limits.wechat(), api, standIn, counters);
    String handlers = trial ? TRIAL_HANDLER : sandbox ? SANDBOX_HANDLERS : HANDLERS;
    MessageMeters messages = new MessageMeters(meters(context.getRegistry()));
    accounts.all().forEach(account -> messages.show(account.name()));
    Records records = limits.records().records(messages);
    LateSteps late = late(context, limits.late(), lateReply(accounts), records, counters);
    ClaimSteps claims =
        bind(context, accounts, limits, wechat, late, records, replies, handlers, counters);
    late.bind(context, claims);
    engine.staysOpenWhile(claims.runHandler()::isBusy);
    Api programs = new Api(context.getRegistry(), limits.api());
    programs.bind(clients, accounts, counters);
    programs.bindRecords(records);
    programs.bindOutbox(late, new CustomerServiceJson(limits.maxParts()), vertx);
    programs.bindFiles(relay, wechat.calls(), limits.media(), vertx);
    if (trial) {
      List<OfficialAccount> official = Sandbox.accounts(accounts, settings);
      parts = new Parts(accounts, official, limits, api, wechat, vertx, engine::uri, callbacks);
    }
    if (sandboxLimits != null) {
      List<OfficialAccount> official = Sandbox.accounts(accounts, settings);
      // Anew each time: these remember no version that was right.
      Supplier<List<Problem>> wrongReplies = () -> BrokenReplies.in(new ReplyFiles(REPLIES));
      ModelCamelContext model = (ModelCamelContext) context;
      Sandbox.bind(model, sandboxLimits, official, wrongReplies, records, vertx, engine::uri);
      context.addStartupListener((camel, before) -> tell(engine, before)); // after the engine
    }
  }

  /** Once it listens; Camel calls this again for each route that is added later. */
  private static void tell(HttpEngine engine, boolean before) {
    if (!before) {
      LOG.info(TRY_IT, engine.uri());
    }
  }

  /** The steps and beans that routes call by name. */
  static ClaimSteps bind(
      CamelContext context,
      Accounts accounts,
      Limits limits,
      WeChat wechat,
      LateSteps late,
      Records records,
      ReplyFiles replies,
      String handlers,
      Counters counters)
      throws Exception {
    Clock clock = Clock.systemUTC();
    LogFailure failures = new LogFailure(counters);

    Registry registry = context.getRegistry();
    registry.bind("verify-signature", new VerifySignature(accounts, limits.maxAge(), clock));
    registry.bind("answer-url-check", new AnswerUrlCheck());
    registry.bind("read-body", new ReadBody(limits.maxBody()));
    registry.bind("open-envelope", new OpenEnvelope(accounts));
    registry.bind("read-message", new ReadMessage());
    registry.bind("seal-reply", new SealReply(clock));
    registry.bind("answer-refusal", new AnswerRefusal(counters));
    registry.bind("log-failure", new FailedTry(failures));
    registry.bind("suggest-handler", new SuggestHandler());
    registry.bind("replies", replies);
    registry.bind("keywords", new Keywords(replies));
    context.addRoutePolicyFactory(new HandlerName());

    Spool spool = new Spool(limits.media().spool(), limits.media().maxSpooled());
    registry.bind("spool", spool);
    UploadReplyFiles files = MediaSteps.bind(context, wechat, limits.media(), spool);
    SendSteps.bind(
        registry, wechat.calls(), files, new CustomerServiceJson(limits.maxParts()), late::noRight);

    RenderReply render = new RenderReply(files, counters, clock);
    LateText lateText = new LateText(accounts, clock);
    return ClaimSteps.bind(
        context, limits.claims(), records, handlers, render, late.path(), lateText, counters);
  }

  /** Its folder may be another gateway's, which is a problem like others. */
  private LateSteps late(
      CamelContext context,
      LateSettings settings,
      Function<String, LateReply> lateReply,
      Records records,
      Counters counters)
      throws Exception {
    List<Problem> before = Objects.requireNonNull(problems);
    if (before.isEmpty() && !trial) {
      try {
        LateSteps late = LateSteps.start(context, settings, lateReply, records, counters);
        context.addService(late);
        return late;
      } catch (JournalUnusable unusable) {
        problems = List.of(unusable.problem());
      }
    }
    return LateSteps.idle(context, settings.nowhere(), lateReply, records, counters);
  }

  private static Function<String, LateReply> lateReply(Accounts accounts) {
    Map<String, LateReply> all =
        accounts.all().stream()
            .collect(Collectors.toMap(Account::name, Account::lateReply, (one, two) -> one));
    return all::get;
  }

  /** Where Camel's own metrics are too, so that one page shows both. */
  static MeterRegistry meters(Registry registry) {
    String name = MicrometerConstants.METRICS_REGISTRY_NAME;
    MeterRegistry meters = registry.lookupByNameAndType(name, MeterRegistry.class);
    if (meters == null) {
      meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      registry.bind(name, meters);
    }
    return meters;
  }

  private static void listen(CamelContext context, HttpEngine engine) throws Exception {
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
