package io.github.wechatgateway.reply;

import io.github.wechatgateway.message.Event;
import io.github.wechatgateway.message.Image;
import io.github.wechatgateway.message.Link;
import io.github.wechatgateway.message.Location;
import io.github.wechatgateway.message.MenuEvent;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.ShortVideo;
import io.github.wechatgateway.message.Text;
import io.github.wechatgateway.message.UserEvent;
import io.github.wechatgateway.message.Video;
import io.github.wechatgateway.message.Voice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a reply that was kept goes out with a later message: instead of that one's own reply, or
 * together with it.
 *
 * <p>It counts in the messages that it would be by customer service, some of which may have been
 * sent. A passive reply takes one text of them, or one article, in answer to an event several.
 */
public final class KeptReply {
  private final int maxParts;

  /**
   * Takes no more of a reply than customer service would.
   *
   * @param maxParts as in {@link CustomerServiceJson}
   */
  public KeptReply(int maxParts) {
    this.maxParts = maxParts;
  }

  /** How much of a kept reply the user has then. */
  public enum Given {
    NOTHING,
    PART,
    ALL
  }

  /**
   * What is to be done.
   *
   * @param now what the message is answered with; null: nothing
   * @param given how much of the kept reply the user has after it
   * @param sent the same in messages of the kept reply
   * @param toKeep what is to be kept instead of being the answer; null: nothing
   */
  public record Together(@Nullable Reply now, Given given, int sent, @Nullable Reply toKeep) {}

  /**
   * Whether it can be the reply to a later message: some kinds are for the message that they
   * answer, and some can't be a passive reply at all.
   */
  public static boolean canBeKept(Reply reply) {
    return !(reply instanceof Reply.TransferCustomerService
        || reply instanceof Reply.Device
        || reply instanceof Reply.CustomerServiceOnly);
  }

  /**
   * Whether the user sees the reply to this message: there are many events of which WeChat shows no
   * reply.
   */
  public static boolean goesWith(Message message) {
    if (message instanceof Event event) {
      return isShown(event);
    }
    return message instanceof Text
        || message instanceof Image
        || message instanceof Voice
        || message instanceof Video
        || message instanceof ShortVideo
        || message instanceof Location
        || message instanceof Link;
  }

  private static boolean isShown(Event event) {
    return event instanceof UserEvent.Scene
        || (event instanceof MenuEvent.Click && event.event().equalsIgnoreCase("CLICK"));
  }

  /**
   * What becomes of both.
   *
   * @param sent how many of the kept reply's messages the user has
   * @param newer the message's own reply; null: nothing to say
   */
  public Together together(Reply kept, int sent, @Nullable Reply newer, Message message) {
    if (newer != null && !canBeKept(newer)) {
      return new Together(newer, Given.NOTHING, sent, null);
    }
    List<Reply> parts = parts(kept);
    if (sent >= parts.size()) {
      return new Together(newer, Given.ALL, sent, null);
    }
    int end = end(kept, sent, parts.size(), message);
    Given given = end == parts.size() ? Given.ALL : Given.PART;
    Reply now = kept instanceof Reply.News news ? some(news, sent, end) : parts.get(sent);
    if (given == Given.ALL
        && now instanceof Reply.Text first
        && newer instanceof Reply.Text second) {
      String both = first.content() + "\n" + Characters.allowed(second.content());
      if (TextParts.of(both).size() == 1) {
        return new Together(new Reply.Text(both), given, end, null);
      }
    }
    return new Together(now, given, end, newer);
  }

  private static int end(Reply kept, int sent, int size, Message message) {
    return kept instanceof Reply.News
        ? Math.min(size, sent + PassiveReply.mostArticles(message))
        : sent + 1;
  }

  private static Reply some(Reply.News news, int from, int to) {
    return new Reply.News(List.copyOf(news.articles().subList(from, to)));
  }

  /** One for each message of customer service. */
  private List<Reply> parts(Reply reply) {
    if (reply instanceof Reply.Text text) {
      return texts(text);
    } else if (reply instanceof Reply.News news) {
      return news.articles().stream()
          .limit(maxParts)
          .<Reply>map(article -> new Reply.News(List.of(article)))
          .toList();
    }
    return List.of(reply);
  }

  private List<Reply> texts(Reply.Text text) {
    List<String> texts =
        TextParts.of(Characters.allowed(text.content())).stream()
            .filter(Characters::isVisible)
            .toList();
    List<Reply> parts = new ArrayList<>();
    for (String each : texts.subList(0, Math.min(maxParts, texts.size()))) {
      boolean cut = parts.size() == maxParts - 1 && texts.size() > maxParts;
      parts.add(new Reply.Text(cut ? TextParts.cut(each) : each));
    }
    return parts;
  }
}
