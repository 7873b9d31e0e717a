package io.github.wechatgateway.callback;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.Accounts;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.PassiveReply;
import io.github.wechatgateway.reply.Reply;
import java.time.Clock;
import java.util.function.Function;
import org.apache.camel.Exchange;

/** What the user of an account reads when even the last try is too early, as the XML of a reply. */
public final class LateText implements Function<Exchange, String> {
  private final Accounts accounts;
  private final Clock clock;

  public LateText(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public String apply(Exchange exchange) {
    Account account = accounts.byName(exchange.getProperty("wechatAccount", String.class));
    if (account == null || account.lateText().isEmpty()) {
      return "";
    }
    try {
      Message message = exchange.getProperty("wechatMessage", Message.class);
      long now = clock.instant().getEpochSecond();
      return PassiveReply.xml(new Reply.Text(account.lateText()), message, now);
    } catch (BadReply blank) {
      return "";
    }
  }
}
