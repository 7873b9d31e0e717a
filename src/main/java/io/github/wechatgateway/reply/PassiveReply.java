package io.github.wechatgateway.reply;

import io.github.wechatgateway.message.Image;
import io.github.wechatgateway.message.Link;
import io.github.wechatgateway.message.Location;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.Text;
import io.github.wechatgateway.message.Video;
import io.github.wechatgateway.message.Voice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A reply as the answer to one message's callback: its XML, once it is sure that WeChat will not
 * show a fault in its place.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Passive_user_reply_message.html">被动回复用户消息</a>
 */
public final class PassiveReply {
  private static final int MAX_ARTICLES = 8;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** The elements that every reply has, and that are written before a handler's. */
  private static final List<String> OURS =
      List.of("ToUserName", "FromUserName", "CreateTime", "MsgType");

  private PassiveReply() {}

  /**
   * The XML of the answer, unencrypted.
   *
   * @param now seconds since 1970
   * @throws BadReply if the user would read 「该公众号提供的服务出现故障，请稍后再试」, or if it can't travel this way
   */
  public static String xml(Reply reply, Message message, long now) throws BadReply {
    ReplyXml xml = new ReplyXml();
    xml.text("ToUserName", message.fromUserName());
    xml.text("FromUserName", message.toUserName());
    xml.number("CreateTime", now);
    if (reply instanceof Reply.Text text) {
      xml.text("MsgType", "text").text("Content", content(text));
    } else if (reply instanceof Reply.Image image) {
      xml.text("MsgType", "image")
          .open("Image")
          .text("MediaId", Required.mediaId("image.media_id", image.image()))
          .close();
    } else if (reply instanceof Reply.Voice voice) {
      xml.text("MsgType", "voice")
          .open("Voice")
          .text("MediaId", Required.mediaId("voice.media_id", voice.voice()))
          .close();
    } else if (reply instanceof Reply.Video video) {
      video(video, xml.text("MsgType", "video"));
    } else if (reply instanceof Reply.Music music) {
      music(music, xml.text("MsgType", "music"));
    } else if (reply instanceof Reply.News news) {
      news(news, message, xml.text("MsgType", "news"));
    } else if (reply instanceof Reply.TransferCustomerService transfer) {
      transfer(transfer, xml.text("MsgType", "transfer_customer_service"));
    } else if (reply instanceof Reply.Device device) {
      device(device, xml.text("MsgType", device.msgType()));
    } else if (reply instanceof Reply.CustomerServiceOnly other) {
      throw new BadReply(
          "msgtype",
          other.msgType() + ", which a customer-service message alone can carry",
          "a kind for a passive reply, or late-reply=customer-service");
    }
    return xml.done();
  }

  /**
   * As much of a reply as fits into the answer to a message: the beginning of a long text, the
   * first of too many articles, else all of it.
   */
  public static Reply firstOf(Reply reply, Message message) {
    if (reply instanceof Reply.Text text) {
      String first = TextParts.of(Characters.allowed(text.content())).get(0);
      return first.length() < text.content().length() ? new Reply.Text(first) : reply;
    } else if (reply instanceof Reply.News news && news.articles().size() > mostArticles(message)) {
      return new Reply.News(news.articles().subList(0, 1));
    }
    return reply;
  }

  private static String content(Reply.Text text) throws BadReply {
    String content = TextParts.of(Characters.allowed(text.content())).get(0);
    return Required.text("text.content", content);
  }

  private static void video(Reply.Video video, ReplyXml xml) throws BadReply {
    xml.open("Video").text("MediaId", Required.mediaId("video.media_id", video.video()));
    xml.textIfAny("Title", video.title()).textIfAny("Description", video.description()).close();
  }

  private static void music(Reply.Music music, ReplyXml xml) throws BadReply {
    xml.open("Music")
        .textIfAny("Title", music.title())
        .textIfAny("Description", music.description());
    xml.textIfAny("MusicUrl", music.musicUrl()).textIfAny("HQMusicUrl", music.hqMusicUrl());
    xml.text("ThumbMediaId", Required.mediaId("music.thumb_media_id", music.thumb())).close();
  }

  private static void news(Reply.News news, Message message, ReplyXml xml) throws BadReply {
    List<Reply.Article> articles = news.articles();
    int most = mostArticles(message);
    if (articles.isEmpty() || articles.size() > most) {
      throw new BadReply(
          "news.articles",
          articles.size() + " articles",
          most == 1 ? "1 in answer to this message" : "1 to " + most);
    }
    xml.number("ArticleCount", articles.size()).open("Articles");
    for (Reply.Article article : articles) {
      xml.open("item").text("Title", Required.text("news.articles.title", article.title()));
      xml.text("Description", article.description());
      xml.text("PicUrl", article.picUrl()).text("Url", article.url()).close();
    }
    xml.close();
  }

  /** WeChat: 当用户发送文本、图片、语音、视频、图文、地理位置这六种消息时，开发者只能回复1条图文消息；其余场景最多可回复8条图文消息. */
  static int mostArticles(Message message) {
    boolean one =
        message instanceof Text
            || message instanceof Image
            || message instanceof Voice
            || message instanceof Video
            || message instanceof Link
            || message instanceof Location;
    return one ? 1 : MAX_ARTICLES;
  }

  private static void transfer(Reply.TransferCustomerService transfer, ReplyXml xml) {
    if (Characters.isVisible(transfer.kfAccount())) {
      xml.open("TransInfo").text("KfAccount", transfer.kfAccount().strip()).close();
    }
  }

  private static void device(Reply.Device device, ReplyXml xml) throws BadReply {
    String msgType = device.msgType();
    if (msgType.equals("hardware")) {
      Map<?, ?> view = device.elements().get("HardWare") instanceof Map<?, ?> map ? map : Map.of();
      for (String name : List.of("MessageView", "MessageAction")) {
        require(view, name, "hardware.HardWare", "a text");
      }
    } else {
      for (String name : List.of("DeviceType", "DeviceID")) {
        require(device.elements(), name, msgType, "as in the device's message");
      }
    }
    for (String name : OURS) {
      if (device.elements().containsKey(name)) {
        throw new BadReply(msgType + "." + name, "given", "left out: the gateway writes it");
      }
    }
    checkElements(device.elements(), msgType);
    xml.all(device.elements());
  }

  private static void require(Map<?, ?> elements, String name, String path, String expected)
      throws BadReply {
    if (!Characters.isVisible(Objects.toString(elements.get(name), ""))) {
      throw new BadReply(path + "." + name, "missing", expected);
    }
  }

  /** Each of them must be something that an element can hold, under a name that one can have. */
  private static void checkElements(Map<?, ?> elements, String path) throws BadReply {
    for (Map.Entry<?, ?> element : elements.entrySet()) {
      String name = String.valueOf(element.getKey());
      if (!NAME.matcher(name).matches()) {
        throw new BadReply(path, "a name that no element has", "letters, digits and _");
      }
      Object value = element.getValue();
      if (value instanceof Map<?, ?> nested) {
        checkElements(nested, path + "." + name);
      } else if (value != null
          && !(value instanceof String || value instanceof Number || value instanceof Boolean)) {
        throw new BadReply(
            path + "." + name,
            value instanceof List ? "a list" : "not a text",
            "a text, a number or an object");
      }
    }
  }
}
