package io.github.wechatgateway.api;

import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.LogApiFailure;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.Tokens;
import java.io.IOException;
import java.time.Clock;
import org.apache.camel.spi.Registry;

/** Puts the API together: each step under the name by which routes/api/ calls it. */
public final class Api {
  private Api() {}

  /** Binds the steps; those of {@code WeChat} are bound before. */
  public static void bind(
      Registry registry, Clients clients, Accounts accounts, ApiLimits limits, Counters counters)
      throws IOException {
    Clock clock = Clock.systemUTC();
    registry.bind("authorize-client", new AuthorizeClient(clients, accounts));
    registry.bind("read-json", new AsyncStep(new ReadJson(limits.maxBody())));
    registry.bind("answer-problem", new AnswerProblem(new LogApiFailure(), counters, clock));
    registry.bind("give-openapi", new GiveOpenApi(clients));

    Tokens tokens = registry.lookupByNameAndType("access-tokens", Tokens.class);
    Tokens tickets = registry.lookupByNameAndType("jsapi-tickets", Tokens.class);
    GiveToken.Source current = (account, exchange) -> tokens.get(account);
    GiveToken.Source ticket = (account, exchange) -> tickets.get(account);
    GiveToken.Source another =
        (account, exchange) -> tokens.replace(account, FailedToken.in(exchange));
    registry.bind(
        "give-access-token",
        new AsyncStep(new GiveToken("access_token", accounts, current, clock)));
    registry.bind(
        "give-jsapi-ticket", new AsyncStep(new GiveToken("ticket", accounts, ticket, clock)));
    registry.bind(
        "give-another-token",
        new AsyncStep(new GiveToken("access_token", accounts, another, clock)));
  }
}
