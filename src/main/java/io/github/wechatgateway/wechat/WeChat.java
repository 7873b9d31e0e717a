package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.observe.Counters;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Producer;
import org.apache.camel.builder.ThreadPoolBuilder;
import org.apache.camel.spi.Registry;

/** Puts the way out together: each step under the name by which routes/wechat/ calls it. */
public final class WeChat {
  private WeChat() {}

  /**
   * Binds the steps.
   *
   * @param standIn for WeChat, where the address names no host; asked for at each call
   */
  public static void bind(
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
    Producer send = context.getEndpoint("direct:send-request").createProducer();
    context.addService(send);
    Alarms alarms = new Alarms(clock);
    Calls calls =
        new Calls(
            new SendRequest(context, send),
            new Hosts(hosts, Duration.ofSeconds(limits.returnAfter()), clock),
            new CallPool(threads(context, "wechat-call", limits), limits.threadsPerAccount()),
            threads(context, "wechat-answer", limits),
            new Barriers(Duration.ofSeconds(limits.circuitTime()), limits.maxBarriers(), clock),
            alarms,
            Repeats.of(limits.retries(), limits.retryDelay()),
            counters);
    Duration margin = Duration.ofSeconds(limits.tokenMargin());
    TokenStore store = new LocalTokens(2 * accounts.all().size());
    FetchToken fetchToken = new FetchToken(calls, new Refreshes(clock), clock);
    Tokens tokens = new Tokens("access-token", store, fetchToken, margin, clock);
    CallWeChat callWeChat = new CallWeChat(accounts, calls, tokens, limits.maxCalls());
    FetchTicket fetchTicket = new FetchTicket(callWeChat, clock);
    Tokens tickets = new Tokens("jsapi-ticket", store, fetchTicket, margin, clock);

    Registry registry = context.getRegistry();
    registry.bind(
        "wechat-client",
        new HttpBounds(limits.totalTimeout(), limits.maxAnswer(), address.proxy()));
    registry.bind("call-wechat", callWeChat.step());
    registry.bind("access-tokens", tokens);
    registry.bind("jsapi-tickets", tickets);
    registry.bind("renew-token", new RenewTokens(accounts, tokens, tickets, alarms));
  }

  private static ExecutorService threads(CamelContext context, String name, WeChatLimits limits)
      throws Exception {
    return new ThreadPoolBuilder(context)
        .poolSize(limits.threads())
        .maxPoolSize(limits.threads())
        .maxQueueSize(-1) // what waits is bounded by wechat.api.max-calls
        .build(WeChat.class, name);
  }
}
