package io.github.wechatgateway.sandbox.delivery;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether WeChat can show the articles of a reply. Too many are no fault: 如果图文数超过限制，则将只发限制内的条数.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Passive_user_reply_message.html">被动回复用户消息</a>
 */
final class NewsCheck {
  private static final int MAX_ARTICLES = 8;

  /** 当用户发送文本、图片、语音、视频、图文、地理位置这六种消息时，开发者只能回复1条图文消息. */
  private static final Set<String> ONE_ARTICLE =
      Set.of("text", "image", "voice", "video", "link", "location");

  private NewsCheck() {}

  /** As {@link ReplyCheck#check}. */
  static @Nullable String check(Part reply, String msgType) throws Fault {
    List<Part> items = reply.one("Articles").all("item");
    String count = reply.visible("ArticleCount").strip();
    if (items.isEmpty()) {
      throw new Fault("Articles.item", "missing", "one for each article");
    } else if (!count.equals(Integer.toString(items.size()))) {
      String rule = items.size() + ", as many as there are items";
      throw new Fault("ArticleCount", "another number, or none", rule);
    }
    for (Part item : items) {
      item.visible("Title");
      item.text("Description");
      item.text("PicUrl");
      item.text("Url");
    }
    int most = ONE_ARTICLE.contains(msgType) ? 1 : MAX_ARTICLES;
    return items.size() <= most
        ? null
        : "Articles: %d items, of which the first %d are shown (expected: at most %d in answer to %s)"
            .formatted(items.size(), most, most, msgType);
  }
}
