package io.github.wechatgateway.sandbox;

import static java.util.stream.Collectors.toMap;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.Settings;
import io.github.wechatgateway.record.Records;
import io.github.wechatgateway.sandbox.api.WeChatApi;
import io.github.wechatgateway.sandbox.delivery.Deliveries;
import io.github.wechatgateway.sandbox.edit.Edits;
import io.github.wechatgateway.sandbox.page.CallEvents;
import io.github.wechatgateway.sandbox.page.Events;
import io.github.wechatgateway.sandbox.page.FailureEvents;
import io.github.wechatgateway.sandbox.page.GiveEvents;
import io.github.wechatgateway.sandbox.page.GivePage;
import io.github.wechatgateway.sandbox.page.ProblemEvents;
import io.github.wechatgateway.sandbox.page.ShownEvents;
import io.github.wechatgateway.sandbox.page.WireEvents;
import io.github.wechatgateway.sandbox.state.MovableClock;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.Platform;
import io.github.wechatgateway.sandbox.state.PlatformLimits;
import io.github.wechatgateway.step.AsyncStep;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.Registry;

/** Puts the stand-in together: each step under the name by which routes/sandbox/ calls it. */
public final class Sandbox {
  /** Where the stand-in for api.weixin.qq.com is found, on the gateway's own port. */
  public static final String WECHAT = "/sandbox/wechat";

  private static final Duration A_YEAR = Duration.ofDays(365);

  private static final long MILLIS_TO_PING = 15_000;

  private Sandbox() {}

  /**
   * Binds the steps.
   *
   * @param replyProblems finds what is wrong with the files of replies
   * @param gateway where the gateway listens, {@code http://127.0.0.1:8080}, once it does
   */
  public static void bind(
      ModelCamelContext context,
      SandboxLimits limits,
      List<OfficialAccount> accounts,
      Supplier<List<Problem>> replyProblems,
      Records records,
      Vertx vertx,
      Supplier<URI> gateway) {
    Registry registry = context.getRegistry();
    MovableClock clock = new MovableClock(InstantSource.system(), A_YEAR);
    Events events = events(limits, vertx);
    ShownEvents shown = new ShownEvents(events, InstantSource.system());
    Platform platform = Platform.of(accounts, platform(limits), shown, clock);
    Map<String, OfficialAccount> byName =
        accounts.stream().collect(toMap(OfficialAccount::name, Function.identity()));

    WeChatApi api = new WeChatApi(platform, gateway);
    Faults faults = new Faults(limits.maxFaults());
    registry.bind("apply-fault", new AsyncStep(new ApplyFault(faults, api)));
    CallEvents calls = new CallEvents(events, InstantSource.system());
    Bodies bodies = new Bodies(limits.maxBody(), limits.maxBodies());
    registry.bind("read-call", new AsyncStep(new ReadCall(bodies, calls)));
    registry.bind("call-api", new AsyncStep(new CallApi(api, vertx)));
    registry.bind("give-media", new GiveMedia(platform.media()));

    Deliveries deliveries =
        new Deliveries(
            vertx,
            () -> gateway.get().resolve("/wechat"),
            InstantSource.system(), // of messages, whose age the gateway looks at
            platform.users()::acted,
            new WireEvents(events, InstantSource.system()),
            limits.maxDeliveries());
    Edits edits = new Edits(context, replyProblems, new ProblemEvents(events));
    Map<String, Script> scripts =
        Map.of(
            "deliver-message", new DeliverMessage(deliveries, edits, vertx, byName),
            "list-records", new ListRecords(records),
            "list-sent", new ListSent(platform.sent(), platform.users(), accounts),
            "take-media", new TakeMedia(platform.media(), byName),
            "switch-faults", new SwitchFaults(faults, new FaultJson(api.paths())),
            "move-clock", new MoveClock(clock));
    scripts.forEach(
        (name, script) -> registry.bind(name, new AsyncStep(new AnswerScript(script, bodies))));
    context.addRoutePolicyFactory(new FailureEvents(events, InstantSource.system()));
    registry.bind("answer-bad-request", new AnswerBadRequest());
    registry.bind("give-page", new GivePage());
    registry.bind(
        "give-events", new GiveEvents(events, accounts, api.paths(), 2 * limits.maxHistory()));
  }

  private static Events events(SandboxLimits limits, Vertx vertx) {
    String start = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    Events events = new Events(start, limits.maxHistory(), limits.maxListeners());
    vertx.setPeriodic(MILLIS_TO_PING, timer -> events.ping());
    return events;
  }

  private static PlatformLimits platform(SandboxLimits limits) {
    PlatformLimits wechats = PlatformLimits.wechats();
    return new PlatformLimits(
        wechats.tokenLength(),
        wechats.tokens(),
        wechats.uploads(),
        limits.maxMedia(),
        limits.messagesAfterMessage(),
        limits.messagesAfterEvent(),
        wechats.users(),
        limits.maxSent());
  }

  /** The accounts of the gateway, as WeChat's console shows them. */
  public static List<OfficialAccount> accounts(Accounts accounts, Settings settings) {
    return accounts.all().stream().map(account -> official(account, settings)).toList();
  }

  private static OfficialAccount official(Account account, Settings settings) {
    String key = "wechat.accounts." + account.name() + ".encoding-aes-key";
    return new OfficialAccount(
        account.name(),
        "gh_" + account.name(),
        account.appId(),
        account.appSecret().value(),
        account.token().value(),
        settings.text(key, Settings.ANYTHING, "what the account has read"),
        account.encryption());
  }
}
