package io.github.wechatgateway.reply;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a handler answers, whichever way it will travel. {@link ReplyReader} makes one of whatever a
 * handler leaves; Java handlers may leave one themselves: {@code new Reply.Text("…")}.
 *
 * <p>{@code toString()} shows the kind alone: what the user is told stays out of logs.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Passive_user_reply_message.html">被动回复用户消息</a>
 */
public sealed interface Reply {

  /** Text; line feeds and {@code <a href>} work in it. */
  record Text(String content) implements Reply {
    @Override
    public String toString() {
      return "text";
    }
  }

  record Image(Media image) implements Reply {
    @Override
    public String toString() {
      return "image";
    }
  }

  record Voice(Media voice) implements Reply {
    @Override
    public String toString() {
      return "voice";
    }
  }

  /**
   * A video; title and description may be empty.
   *
   * @param thumb what is shown before it plays: a customer-service message needs it, a passive
   *     reply has no place for it
   */
  record Video(Media video, String title, String description, @Nullable Media thumb)
      implements Reply {

    public Video(Media video, String title, String description) {
      this(video, title, description, null);
    }

    @Override
    public String toString() {
      return "video";
    }
  }

  /** A music card; all texts may be empty, but a customer-service message needs one of the URLs. */
  record Music(String title, String description, String musicUrl, String hqMusicUrl, Media thumb)
      implements Reply {
    @Override
    public String toString() {
      return "music";
    }
  }

  /**
   * Articles (图文): one in answer to most messages, up to eight in answer to events. By customer
   * service each travels as a message of its own.
   */
  record News(List<Article> articles) implements Reply {
    @Override
    public String toString() {
      return "news";
    }
  }

  /** An article; all but its title may be empty. */
  record Article(String title, String description, String picUrl, String url) {
    @Override
    public String toString() {
      return "article";
    }
  }

  /**
   * Hands the conversation to the customer-service agents (转发到客服).
   *
   * @param kfAccount the one agent to hand it to, or empty: the user then waits for that agent,
   *     even while he is away
   */
  record TransferCustomerService(String kfAccount) implements Reply {
    @Override
    public String toString() {
      return "transfer_customer_service";
    }
  }

  /**
   * For a device of the Internet of things.
   *
   * @param msgType {@code device_text}, {@code device_event}, {@code device_status} or {@code
   *     hardware}
   * @param elements the elements of the reply's XML by WeChat's names; those of {@code HardWare}
   *     nest
   */
  record Device(String msgType, Map<String, Object> elements) implements Reply {
    @Override
    public String toString() {
      return msgType;
    }
  }

  /**
   * A kind that a customer-service message alone can carry: mpnews, mpnewsarticle, msgmenu, wxcard,
   * miniprogrampage.
   *
   * @param content the object of that name in WeChat's JSON
   */
  record CustomerServiceOnly(String msgType, Map<String, Object> content) implements Reply {
    @Override
    public String toString() {
      return msgType;
    }
  }
}
