package io.github.wechatgateway.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What a reply says, all of it and nothing else: the object of its kind's name in {@link
 * ReplyJson}.
 */
final class ReplyContent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReplyContent() {}

  static JsonNode of(Reply reply) throws BadReply {
    if (reply instanceof Reply.Text text) {
      return object().put("content", text.content());
    } else if (reply instanceof Reply.Image image) {
      return media(object(), "media_id", "file", image.image());
    } else if (reply instanceof Reply.Voice voice) {
      return media(object(), "media_id", "file", voice.voice());
    } else if (reply instanceof Reply.Video video) {
      return video(video);
    } else if (reply instanceof Reply.Music music) {
      return music(music);
    } else if (reply instanceof Reply.News news) {
      return news(news);
    } else if (reply instanceof Reply.Device device) {
      return any(device.msgType(), device.elements());
    } else if (reply instanceof Reply.CustomerServiceOnly other) {
      return any(other.msgType(), other.content());
    }
    return object(); // of transfer_customer_service
  }

  private static ObjectNode video(Reply.Video video) {
    ObjectNode json =
        media(object(), "media_id", "file", video.video())
            .put("title", video.title())
            .put("description", video.description());
    return video.thumb() == null
        ? json
        : media(json, "thumb_media_id", "thumb_file", video.thumb());
  }

  private static ObjectNode music(Reply.Music music) {
    ObjectNode json =
        object()
            .put("title", music.title())
            .put("description", music.description())
            .put("musicurl", music.musicUrl())
            .put("hqmusicurl", music.hqMusicUrl());
    return media(json, "thumb_media_id", "thumb_file", music.thumb());
  }

  private static ObjectNode news(Reply.News news) {
    ObjectNode json = object();
    ArrayNode articles = json.putArray("articles");
    for (Reply.Article article : news.articles()) {
      articles
          .addObject()
          .put("title", article.title())
          .put("description", article.description())
          .put("url", article.url())
          .put("picurl", article.picUrl());
    }
    return json;
  }

  private static ObjectNode media(ObjectNode json, String id, String file, Media media) {
    return media instanceof Media.Id known
        ? json.put(id, known.mediaId())
        : json.put(file, ((Media.File) media).path());
  }

  private static JsonNode any(String msgType, Map<String, Object> content) throws BadReply {
    try {
      return JSON.valueToTree(content);
    } catch (IllegalArgumentException noJson) {
      throw new BadReply(msgType, "something that JSON has no place for", "texts, lists, objects");
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
