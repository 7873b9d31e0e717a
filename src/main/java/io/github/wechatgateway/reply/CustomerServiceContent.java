package io.github.wechatgateway.reply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a customer-service message says, without whom it is for: {@code msgtype} and the object of
 * that name.
 */
final class CustomerServiceContent {
  private CustomerServiceContent() {}

  static ObjectNode text(String content) {
    return of("text", object().put("content", content));
  }

  static ObjectNode news(Reply.Article article) throws BadReply {
    ObjectNode news = object();
    news.putArray("articles")
        .addObject()
        .put("title", Required.text("news.articles.title", article.title()))
        .put("description", Characters.allowed(article.description()))
        .put("url", Characters.allowed(article.url()))
        .put("picurl", Characters.allowed(article.picUrl()));
    return of("news", news);
  }

  /** Of any kind but text and news, which may need more messages than one. */
  static ObjectNode of(Reply reply) throws BadReply {
    if (reply instanceof Reply.Image image) {
      return of("image", media(Required.mediaId("image.media_id", image.image())));
    } else if (reply instanceof Reply.Voice voice) {
      return of("voice", media(Required.mediaId("voice.media_id", voice.voice())));
    } else if (reply instanceof Reply.Video video) {
      return of("video", video(video));
    } else if (reply instanceof Reply.Music music) {
      return of("music", music(music));
    } else if (reply instanceof Reply.CustomerServiceOnly other) {
      return of(other.msgType(), other(new Fields(other.msgType(), other.content())));
    }
    throw new BadReply(
        "msgtype",
        reply + ", which a passive reply alone can carry",
        "a kind for a customer-service message: text, image, voice, video, music, news …");
  }

  private static ObjectNode video(Reply.Video video) throws BadReply {
    ObjectNode json = media(Required.mediaId("video.media_id", video.video()));
    if (video.thumb() == null) {
      throw new BadReply(
          "video.thumb_media_id", "missing", "the id that an upload gave, or thumb_file");
    }
    return json.put("thumb_media_id", Required.mediaId("video.thumb_media_id", video.thumb()))
        .put("title", Characters.allowed(video.title()))
        .put("description", Characters.allowed(video.description()));
  }

  /** WeChat wants both URLs; it plays the second where the user has WLAN. */
  private static ObjectNode music(Reply.Music music) throws BadReply {
    boolean url = Characters.isVisible(music.musicUrl());
    boolean hqUrl = Characters.isVisible(music.hqMusicUrl());
    return object()
        .put("title", Characters.allowed(music.title()))
        .put("description", Characters.allowed(music.description()))
        .put(
            "musicurl",
            Required.text("music.musicurl", url ? music.musicUrl() : music.hqMusicUrl()))
        .put("hqmusicurl", Characters.allowed(hqUrl ? music.hqMusicUrl() : music.musicUrl()))
        .put("thumb_media_id", Required.mediaId("music.thumb_media_id", music.thumb()));
  }

  private static ObjectNode other(Fields fields) throws BadReply {
    return switch (fields.path()) {
      case "mpnews" -> texts(fields, "media_id");
      case "mpnewsarticle" -> texts(fields, "article_id");
      case "wxcard" -> card(fields);
      case "msgmenu" -> menu(fields);
      case "miniprogrampage" ->
          texts(fields, "title", "appid", "pagepath")
              .put(
                  "thumb_media_id",
                  Required.mediaId(
                      "miniprogrampage.thumb_media_id",
                      fields.media("thumb_media_id", "thumb_file")));
      default -> throw new BadReply("msgtype", "unknown", "a kind of customer-service message");
    };
  }

  private static ObjectNode card(Fields card) throws BadReply {
    ObjectNode json = texts(card, "card_id");
    putIfAny(json, card, "card_ext");
    return json;
  }

  private static ObjectNode menu(Fields menu) throws BadReply {
    List<Fields> list = menu.list("list");
    if (list.isEmpty()) {
      throw new BadReply("msgmenu.list", "empty", "at least one entry");
    }
    ObjectNode json = object();
    putIfAny(json, menu, "head_content");
    for (Fields entry : list) {
      json.withArray("/list").add(texts(entry, "id", "content"));
    }
    putIfAny(json, menu, "tail_content");
    return json;
  }

  private static ObjectNode texts(Fields fields, String... names) throws BadReply {
    ObjectNode json = object();
    for (String name : names) {
      json.put(name, Required.text(fields.path() + "." + name, fields.required(name)));
    }
    return json;
  }

  private static void putIfAny(ObjectNode json, Fields fields, String name) throws BadReply {
    if (Characters.isVisible(fields.text(name))) {
      json.put(name, Characters.allowed(fields.text(name)));
    }
  }

  private static ObjectNode media(String id) {
    return object().put("media_id", id);
  }

  private static ObjectNode of(String msgType, ObjectNode content) {
    ObjectNode message = object().put("msgtype", msgType);
    message.set(msgType, content);
    return message;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
