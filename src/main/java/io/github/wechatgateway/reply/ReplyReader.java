package io.github.wechatgateway.reply;

import io.github.wechatgateway.message.Message;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Reply} of whatever a handler leaves in the body. */
public final class ReplyReader {
  private static final Set<String> DEVICE =
      Set.of("device_text", "device_event", "device_status", "hardware");
  private static final Set<String> CUSTOMER_SERVICE_ONLY =
      Set.of("mpnews", "mpnewsarticle", "msgmenu", "wxcard", "miniprogrampage");

  private ReplyReader() {}

  /**
   * Nothing, or an empty text: nothing to say, and so is the message itself, which a handler leaves
   * that only looks at it. Any other text is a text reply. A map is a reply in the JSON shape of
   * the customer-service API.
   *
   * @return null: nothing to say
   * @throws BadReply if it is something else, or a map of another shape
   */
  public static @Nullable Reply read(@Nullable Object body) throws BadReply {
    if (body == null || body.equals("") || body instanceof Message) {
      return null;
    } else if (body instanceof Reply reply) {
      return reply;
    } else if (body instanceof String text) {
      return new Reply.Text(text);
    } else if (body instanceof Map<?, ?> map) {
      return read(new Fields("", map));
    }
    throw new BadReply("body", body.getClass().getName(), "a String, a Map, a Reply, or nothing");
  }

  /** What a route left: what an HTTP call leaves is a stream or bytes, and that is a text here. */
  public static @Nullable Object textOf(org.apache.camel.Message left) {
    Object body = left.getBody();
    boolean bytes =
        body instanceof StreamCache || body instanceof InputStream || body instanceof byte[];
    return bytes ? left.getBody(String.class) : body;
  }

  /**
   * The agent (客服帐号) in whose name a customer-service message is sent: {@code
   * customservice.kf_account} of a map, empty where there is none. A passive reply names no agent.
   *
   * @throws BadReply if it has another shape
   */
  public static String kfAccount(@Nullable Object body) throws BadReply {
    return body instanceof Map<?, ?> map ? agent(new Fields("", map)) : "";
  }

  private static Reply read(Fields reply) throws BadReply {
    String msgType = reply.required("msgtype");
    return switch (msgType) {
      case "text" -> new Reply.Text(reply.object("text").text("content"));
      case "image" -> new Reply.Image(reply.object("image").media("media_id", "file"));
      case "voice" -> new Reply.Voice(reply.object("voice").media("media_id", "file"));
      case "video" -> video(reply.object("video"));
      case "music" -> music(reply.object("music"));
      case "news" -> new Reply.News(articles(reply.object("news")));
      case "transfer_customer_service" -> new Reply.TransferCustomerService(agent(reply));
      default -> {
        if (DEVICE.contains(msgType)) {
          yield new Reply.Device(msgType, reply.object(msgType).asMap());
        } else if (CUSTOMER_SERVICE_ONLY.contains(msgType)) {
          yield new Reply.CustomerServiceOnly(msgType, reply.object(msgType).asMap());
        }
        throw new BadReply(
            "msgtype",
            "unknown",
            "text, image, voice, video, music, news, transfer_customer_service …");
      }
    };
  }

  private static Reply video(Fields video) throws BadReply {
    boolean thumb = video.has("thumb_media_id") || video.has("thumb_file");
    return new Reply.Video(
        video.media("media_id", "file"),
        video.text("title"),
        video.text("description"),
        thumb ? video.media("thumb_media_id", "thumb_file") : null);
  }

  private static Reply music(Fields music) throws BadReply {
    return new Reply.Music(
        music.text("title"),
        music.text("description"),
        music.text("musicurl"),
        music.text("hqmusicurl"),
        music.media("thumb_media_id", "thumb_file"));
  }

  private static List<Reply.Article> articles(Fields news) throws BadReply {
    List<Reply.Article> articles = new ArrayList<>();
    for (Fields article : news.list("articles")) {
      articles.add(
          new Reply.Article(
              article.text("title"),
              article.text("description"),
              article.text("picurl"),
              article.text("url")));
    }
    return articles;
  }

  private static String agent(Fields reply) throws BadReply {
    return reply.has("customservice") ? reply.object("customservice").text("kf_account") : "";
  }
}
