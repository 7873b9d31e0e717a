package io.github.wechatgateway.api;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.http.Request;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that happens to a request: it needs a client's key and an account that there is.
 * The properties {@code wechatClient} and {@code wechatAccount} have their names. The body is not
 * touched.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, 2.1</a>
 */
public final class AuthorizeClient implements Processor {
  static final String CLIENT = "wechatClient";
  static final String ACCOUNT = "wechatAccount";

  private static final String SCHEME = "Bearer ";

  private final Clients clients;
  private final Accounts accounts;

  AuthorizeClient(Clients clients, Accounts accounts) {
    this.clients = clients;
    this.accounts = accounts;
  }

  @Override
  public void process(Exchange exchange) throws ApiProblem {
    if (clients.isEmpty()) {
      throw ApiProblem.off();
    }
    String given = exchange.getMessage().getBody(Request.class).header("Authorization");
    exchange.setProperty(CLIENT, client(given));
    Account account = accounts.byName(exchange.getMessage().getHeader("account", String.class));
    if (account == null) {
      throw ApiProblem.noAccount();
    }
    exchange.setProperty(ACCOUNT, account.name());
  }

  private String client(@Nullable String given) throws ApiProblem {
    if (given == null) {
      throw ApiProblem.unauthorized("missing");
    } else if (!given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw ApiProblem.unauthorized("another scheme");
    }
    return clients
        .nameOf(given.substring(SCHEME.length()).strip())
        .orElseThrow(() -> ApiProblem.unauthorized("no key of a client"));
  }
}
