package io.github.wechatgateway.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A reply as customer-service messages, once it is sure that WeChat will not refuse them for their
 * shape.
 *
 * <p>A text that is too long for one message goes as several, and so do articles, of which WeChat
 * takes one a message (45008 otherwise). What is over the most that an answer may be is left out: a
 * text then ends with an ellipsis.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.html">发送客服消息</a>
 */
public final class CustomerServiceJson {
  private static final Pattern OPEN_ID = Pattern.compile("[A-Za-z0-9_-]+");

  /** A name that the account gave its agent (中文 allowed), and the account's WeChat ID. */
  private static final Pattern KF_ACCOUNT = Pattern.compile("[^@\\s\\p{C}]+@[A-Za-z0-9_-]+");

  private static final Map<String, String> FILES =
      Map.of("file", "media_id", "thumb_file", "thumb_media_id");

  private final int maxParts;

  /**
   * @param maxParts messages of one answer: after a message of his a user gets five, after most
   *     events three
   */
  public CustomerServiceJson(int maxParts) {
    this.maxParts = maxParts;
  }

  /**
   * The messages of an answer.
   *
   * @param toUser the user's OpenID
   * @param kfAccount the agent in whose name they are sent, or empty: {@link ReplyReader#kfAccount}
   * @throws BadReply if WeChat would refuse it, or if it can't travel this way
   */
  public CustomerServiceMessages messages(Reply reply, String toUser, String kfAccount)
      throws BadReply {
    if (!OPEN_ID.matcher(toUser).matches()) {
      throw new BadReply("touser", shape(toUser), "the user's OpenID");
    }
    if (!kfAccount.isEmpty() && !KF_ACCOUNT.matcher(kfAccount).matches()) {
      throw new BadReply("customservice.kf_account", shape(kfAccount), "name@微信号");
    }
    List<ObjectNode> messages = parts(reply);
    boolean cut = messages.size() > maxParts;
    if (cut && reply instanceof Reply.Text) {
      ObjectNode last = messages.get(maxParts - 1).withObject("/text");
      last.put("content", TextParts.cut(last.path("content").textValue()));
    }
    return new CustomerServiceMessages(
        messages.stream()
            .limit(maxParts)
            .map(message -> addressed(message, toUser, kfAccount))
            .toList(),
        cut);
  }

  /**
   * Looks whether WeChat would take a reply for its shape. The files that it names are not looked
   * at: they are uploaded when it is sent.
   *
   * @param reply a text of {@link ReplyJson}
   * @throws BadReply as {@link #messages} does
   */
  public void check(String reply, String toUser) throws BadReply {
    Map<String, Object> map = ReplyJson.read(reply);
    if (map.get(map.get("msgtype")) instanceof Map<?, ?> content) {
      map.put(String.valueOf(map.get("msgtype")), uploaded(content));
    }
    Reply read = ReplyReader.read(map);
    messages(Objects.requireNonNull(read), toUser, ReplyReader.kfAccount(map));
  }

  /** As if they were. */
  private static Map<Object, Object> uploaded(Map<?, ?> content) {
    Map<Object, Object> uploaded = new LinkedHashMap<>(content);
    FILES.forEach(
        (file, id) -> {
          if (uploaded.containsKey(file)) {
            uploaded.putIfAbsent(id, file);
          }
        });
    return uploaded;
  }

  private static List<ObjectNode> parts(Reply reply) throws BadReply {
    List<ObjectNode> parts = new ArrayList<>();
    if (reply instanceof Reply.Text text) {
      for (String part : TextParts.of(Characters.allowed(text.content()))) {
        if (Characters.isVisible(part)) {
          parts.add(CustomerServiceContent.text(part));
        }
      }
      requireAny(parts, "text.content", "at least one character");
    } else if (reply instanceof Reply.News news) {
      for (Reply.Article article : news.articles()) {
        parts.add(CustomerServiceContent.news(article));
      }
      requireAny(parts, "news.articles", "at least one");
    } else {
      parts.add(CustomerServiceContent.of(reply));
    }
    return parts;
  }

  private static void requireAny(List<ObjectNode> parts, String field, String expected)
      throws BadReply {
    if (parts.isEmpty()) {
      throw new BadReply(field, "empty", expected);
    }
  }

  private static String shape(String text) {
    return text.isEmpty() ? "empty" : "another shape";
  }

  private static byte[] addressed(ObjectNode content, String toUser, String kfAccount) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("touser", toUser);
    message.setAll(content);
    if (!kfAccount.isEmpty()) {
      message.putObject("customservice").put("kf_account", kfAccount);
    }
    return message.toString().getBytes(UTF_8);
  }
}
