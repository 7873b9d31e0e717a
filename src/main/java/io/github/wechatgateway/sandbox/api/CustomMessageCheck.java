package io.github.wechatgateway.sandbox.api;

import static io.github.wechatgateway.sandbox.state.MediaType.IMAGE;
import static io.github.wechatgateway.sandbox.state.MediaType.THUMB;
import static io.github.wechatgateway.sandbox.state.MediaType.VIDEO;
import static io.github.wechatgateway.sandbox.state.MediaType.VOICE;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.sandbox.state.MediaStore;
import io.github.wechatgateway.sandbox.state.MediaType;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a customer-service message may contain, by its {@code msgtype}.
 *
 * <p>Media files must be there and of the right type. Drafts ({@code mpnews}), published articles
 * and cards are nothing that the stand-in knows: any id will do. A {@code link} is for mini
 * programs alone. WeChat's list of codes has 41006 for an id that is missing, 40035 for any other
 * field; that a file of the wrong type is 40007 as well is not in its documents.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.html">发送客服消息</a>
 */
final class CustomMessageCheck {
  private static final int TEXT_BYTES = 2048;
  private static final Pattern KF_ACCOUNT = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private final MediaStore media;

  CustomMessageCheck(MediaStore media) {
    this.media = media;
  }

  void check(JsonNode message, OfficialAccount account) throws Refusal {
    String type = Json.text(message, "msgtype");
    JsonNode content = message.path(type);
    switch (type) {
      case "text" -> checkText(Json.text(content, "content"));
      case "image" -> checkMedia(content, "media_id", account, Set.of(IMAGE));
      case "voice" -> checkMedia(content, "media_id", account, Set.of(VOICE));
      case "video" -> {
        checkMedia(content, "media_id", account, Set.of(VIDEO));
        checkThumb(content, account);
      }
      case "music" -> {
        checkTexts(content, "musicurl", "hqmusicurl");
        checkThumb(content, account);
      }
      case "news" -> checkNews(content.path("articles"));
      case "mpnews" -> checkMediaId(content, "media_id");
      case "mpnewsarticle" -> checkTexts(content, "article_id");
      case "msgmenu" -> checkMenu(content);
      case "wxcard" -> checkTexts(content, "card_id");
      case "miniprogrampage" -> {
        checkTexts(content, "title", "appid", "pagepath");
        checkThumb(content, account);
      }
      default -> throw new Refusal(ErrCode.INVALID_MESSAGE_TYPE);
    }
    checkCustomService(message.path("customservice"));
  }

  private static void checkText(String content) throws Refusal {
    if (content.isEmpty()) {
      throw new Refusal(ErrCode.EMPTY_CONTENT);
    }
    if (content.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
      throw new Refusal(ErrCode.CONTENT_SIZE_OUT_OF_LIMIT);
    }
  }

  /** An image will do for a thumb. */
  private void checkThumb(JsonNode content, OfficialAccount account) throws Refusal {
    checkMedia(content, "thumb_media_id", account, Set.of(THUMB, IMAGE));
  }

  private void checkMedia(
      JsonNode content, String field, OfficialAccount account, Set<MediaType> types)
      throws Refusal {
    String mediaId = checkMediaId(content, field);
    if (media.find(account, mediaId).filter(file -> types.contains(file.type())).isEmpty()) {
      throw new Refusal(ErrCode.INVALID_MEDIA_ID);
    }
  }

  private static String checkMediaId(JsonNode content, String field) throws Refusal {
    String mediaId = Json.text(content, field);
    if (mediaId.isEmpty()) {
      throw new Refusal(ErrCode.MEDIA_ID_MISSING);
    }
    return mediaId;
  }

  private static void checkNews(JsonNode articles) throws Refusal {
    if (articles.isEmpty()) {
      throw new Refusal(ErrCode.EMPTY_NEWS_DATA);
    }
    if (articles.size() > 1) {
      throw new Refusal(ErrCode.ARTICLE_SIZE_OUT_OF_LIMIT);
    }
    if (!articles.path(0).isObject()) {
      throw new Refusal(ErrCode.INVALID_ARGS_SIZE);
    }
  }

  private static void checkMenu(JsonNode menu) throws Refusal {
    JsonNode list = menu.path("list");
    if (!list.isArray() || list.isEmpty()) {
      throw new Refusal(ErrCode.INVALID_ARGS_SIZE);
    }
    for (JsonNode item : list) {
      checkTexts(item, "id", "content");
    }
  }

  private static void checkCustomService(JsonNode service) throws Refusal {
    if (!service.isMissingNode()
        && !KF_ACCOUNT.matcher(Json.text(service, "kf_account")).matches()) {
      throw new Refusal(ErrCode.INVALID_KF_ACCOUNT);
    }
  }

  private static void checkTexts(JsonNode object, String... fields) throws Refusal {
    for (String field : fields) {
      if (Json.text(object, field).isEmpty()) {
        throw new Refusal(ErrCode.INVALID_ARGS_SIZE);
      }
    }
  }
}
