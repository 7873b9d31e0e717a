package io.github.wechatgateway.claim;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.HandlerName;
import io.github.wechatgateway.record.After;
import io.github.wechatgateway.record.MessageRecord;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.PassiveReply;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyMedia;
import io.github.wechatgateway.reply.ReplyReader;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.WeChatRefusal;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever the handler left into the XML of the reply, which is the same for every copy of
 * the message; empty for nothing to say.
 *
 * <p>A reply that WeChat would show to the user as a fault is not sent: the answer is empty, and
 * the log names handler and field.
 */
public final class RenderReply {
  private static final Logger LOG = LoggerFactory.getLogger(RenderReply.class);

  private final ReplyMedia media;
  private final Counters counters;
  private final Clock clock;

  /** With what takes the files to WeChat that replies name. */
  public RenderReply(ReplyMedia media, Counters counters, Clock clock) {
    this.media = media;
    this.counters = counters;
    this.clock = clock;
  }

  /**
   * Of what the handler left. It is there at once, but for a reply that names a file.
   *
   * @param follows whether what a passive reply can't carry may follow by customer service
   */
  CompletionStage<Rendered> render(Exchange exchange, boolean follows) {
    try {
      Reply reply = ReplyReader.read(ReplyReader.textOf(exchange.getMessage()));
      if (reply == null) {
        return completedStage(Rendered.whole(""));
      } else if (reply instanceof Reply.CustomerServiceOnly && follows) {
        return completedStage(Rendered.nothingYet());
      }
      Message message = exchange.getProperty("wechatMessage", Message.class);
      Reply first = follows ? PassiveReply.firstOf(reply, message) : reply;
      return xml(first, exchange)
          .thenApply(xml -> first.equals(reply) ? Rendered.whole(xml) : Rendered.first(xml));
    } catch (BadReply bad) {
      return completedStage(Rendered.whole(refused(bad, exchange)));
    }
  }

  private CompletionStage<String> xml(Reply reply, Exchange exchange) {
    return media
        .uploaded(exchange.getProperty("wechatAccount", String.class), reply)
        .thenApply(ready -> ready(ready, exchange))
        .exceptionally(failed -> refused(AsyncStep.cause(failed), exchange));
  }

  private String ready(Reply reply, Exchange exchange) {
    try {
      Message message = exchange.getProperty("wechatMessage", Message.class);
      return PassiveReply.xml(reply, message, clock.instant().getEpochSecond());
    } catch (BadReply bad) {
      return refused(bad, exchange);
    }
  }

  /** Of what is wrong with it, or of why WeChat did not take its file. */
  private String refused(Throwable why, Exchange exchange) {
    String handler = HandlerName.of(exchange);
    String account = exchange.getProperty("wechatAccount", String.class);
    boolean tells = why instanceof BadReply || why instanceof WeChatRefusal;
    String told = tells ? String.valueOf(why.getMessage()) : why.getClass().getName();
    LOG.error(
        "account={} messageKey={} handler={}: its reply is not sent, the user sees nothing. {}",
        account,
        exchange.getProperty("wechatMessageKey"),
        handler,
        told);
    MessageRecord.of(exchange).then(After.What.BAD_REPLY, 0, 0, told, "");
    counters.badReply(account, handler);
    return "";
  }
}
