package io.github.wechatgateway.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.Token;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/**
 * Answers with a token of the account, in WeChat's own words: {@code
 * {"access_token":…,"expires_in":…}}, seconds.
 */
final class GiveToken implements AsyncStep.Work {
  private final String field;
  private final Accounts accounts;
  private final Source source;
  private final InstantSource clock;

  /** Where it comes from. */
  interface Source {
    CompletionStage<Token> token(Account account, Exchange exchange) throws ApiProblem;
  }

  /**
   * For one kind of token.
   *
   * @param field what WeChat calls it
   */
  GiveToken(String field, Accounts accounts, Source source, InstantSource clock) {
    this.field = field;
    this.accounts = accounts;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) throws ApiProblem {
    String name = exchange.getProperty(AuthorizeClient.ACCOUNT, String.class);
    Account account = Objects.requireNonNull(accounts.byName(name));
    return source
        .token(account, exchange)
        .thenAccept(token -> ApiAnswer.json(200, ApiAnswer.JSON, json(token), exchange));
  }

  private ObjectNode json(Token token) {
    long seconds = token.left(clock.instant()).toSeconds();
    return JsonNodeFactory.instance
        .objectNode()
        .put(field, token.value().value())
        .put("expires_in", Math.max(0, seconds));
  }
}
