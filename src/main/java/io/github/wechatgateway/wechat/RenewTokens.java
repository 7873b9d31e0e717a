package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.step.AsyncStep;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the tokens of all accounts renewed that are missing or will soon be over, and the tickets
 * that are in use. It waits for none of them.
 */
public final class RenewTokens implements Processor {
  private static final Logger LOG = LoggerFactory.getLogger(RenewTokens.class);

  private final Accounts accounts;
  private final Tokens tokens;
  private final Tokens tickets;
  private final Alarms alarms;

  RenewTokens(Accounts accounts, Tokens tokens, Tokens tickets, Alarms alarms) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.tickets = tickets;
    this.alarms = alarms;
  }

  @Override
  public void process(Exchange exchange) {
    for (Account account : accounts.all()) {
      watch(account, tokens.renewAhead(account));
      watch(account, tickets.renewAheadIfUsed(account));
    }
  }

  private void watch(Account account, CompletionStage<?> renewal) {
    renewal.whenComplete(
        (token, thrown) -> {
          if (thrown != null) {
            tell(account, AsyncStep.cause(thrown));
          }
        });
  }

  private void tell(Account account, Throwable failed) {
    if (failed instanceof WeChatRefusal refusal) {
      alarms.tell(refusal);
    } else {
      LOG.error(
          "account={}: no token was renewed: {}", account.name(), failed.getClass().getName());
    }
  }
}
