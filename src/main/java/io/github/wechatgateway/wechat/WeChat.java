package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.thread.FewThreads;
import io.github.wechatgateway.thread.SharedThreads;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Producer;
import org.apache.camel.spi.Registry;

/**
 * The way out to WeChat.
 *
 * @param calls of its API
 * @param files from other addresses that it names
 * @param hosts of its API; asked for at each call
 * @param trial asks whether an account gets a token
 */
public record WeChat(
    CallWeChat calls, FetchFile files, Supplier<List<URI>> hosts, TokenTrial trial) {
  private static final double MILLIS = 1_000;

  /**
   * Puts it together, each step under the name by which routes/wechat/ calls it.
   *
   * @param standIn for WeChat, where the address names no host; asked for at each call
   */
  public static WeChat bind(
      CamelContext context,
      Accounts accounts,
      WeChatLimits limits,
      ApiAddress address,
      Supplier<URI> standIn,
      Counters counters)
      throws Exception {
    Supplier<List<URI>> hosts =
        address.hosts().isEmpty() ? () -> List.of(standIn.get()) : address::hosts;
    Clock clock = Clock.systemUTC();
    Alarms alarms = new Alarms(clock);
    Lane files = lane(context, "send-file", limits.files());
    Executor answers = threads(context, "wechat-answer", limits.messages().threads());
    Calls calls =
        new Calls(
            lane(context, "send-request", limits.messages()),
            files,
            new Hosts(hosts, Duration.ofSeconds(limits.returnAfter()), clock),
            answers,
            new Barriers(Duration.ofSeconds(limits.circuitTime()), limits.maxBarriers(), clock),
            alarms,
            Repeats.of(limits.retries(), limits.retryDelay()),
            context::isStopping,
            counters);
    Duration margin = Duration.ofSeconds(limits.tokenMargin());
    TokenStore store = new LocalTokens(2 * accounts.all().size());
    FetchToken fetchToken = new FetchToken(calls, new Refreshes(clock), clock);
    Tokens tokens = new Tokens("access-token", store, fetchToken, margin, clock);
    CallWeChat callWeChat = new CallWeChat(accounts, calls, tokens, limits.maxCalls());
    FetchTicket fetchTicket = new FetchTicket(callWeChat, clock);
    Tokens tickets = new Tokens("jsapi-ticket", store, fetchTicket, margin, clock);

    accounts.all().forEach(account -> measure(account, tokens, counters));

    Registry registry = context.getRegistry();
    registry.bind("wechat-client", limits.messages().bounds("wechat.api", address.proxy()));
    registry.bind("wechat-file-client", limits.files().bounds("wechat.media", address.proxy()));
    registry.bind("take-answer", new TakeAnswer(limits.messages().maxAnswer()));
    registry.bind("call-wechat", callWeChat.step());
    registry.bind("access-tokens", tokens);
    registry.bind("jsapi-tickets", tickets);
    registry.bind("renew-token", new RenewTokens(accounts, tokens, tickets, alarms));
    return new WeChat(
        callWeChat, new FetchFile(files, answers), hosts, new TokenTrial(calls, clock));
  }

  private static void measure(Account account, Tokens tokens, Counters counters) {
    counters.tokenLeft(
        account.name(),
        () -> tokens.left(account).map(left -> left.toMillis() / MILLIS).orElse(Double.NaN));
  }

  private static Lane lane(CamelContext context, String route, LaneLimits limits) throws Exception {
    Producer producer = context.getEndpoint("direct:" + route).createProducer();
    context.addService(producer);
    FewThreads threads = threads(context, route, limits.threads());
    return new Lane(
        new SendRequest(context, producer),
        new SharedThreads(threads, threads::executeNext, limits.threadsPerAccount()),
        Duration.ofSeconds(limits.maxWait()));
  }

  private static FewThreads threads(CamelContext context, String name, int most) {
    return new FewThreads(
        context.getExecutorServiceManager().newCachedThreadPool(WeChat.class, name), most);
  }
}
