package io.github.wechatgateway.sandbox.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import java.util.HashMap;
import java.util.Map;

/**
 * A message or an event as a request gives it: what it leaves out is filled in when it is sent.
 *
 * @param texts the elements of the message itself that are texts, by their names; others by name
 *     alone, and empty
 * @param elements all of them as XML
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Receiving_standard_messages.html">接收普通消息</a>
 */
public record UserMessage(Map<String, String> texts, String elements) {
  public UserMessage {
    texts = Map.copyOf(texts);
  }

  /**
   * Reads one.
   *
   * @throws BadRequest if it has no {@code MsgType}, or can't be XML
   */
  static UserMessage read(JsonNode json) throws BadRequest {
    if (!(json instanceof ObjectNode message)) {
      throw new BadRequest("message", Json.shapeOf(json), "an object: {\"MsgType\": …}");
    }
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, JsonNode> element : message.properties()) {
      JsonNode value = element.getValue();
      texts.put(element.getKey(), value.isTextual() ? value.textValue() : "");
    }
    if (texts.getOrDefault("MsgType", "").isEmpty()) {
      String shape = Json.shapeOf(message.path("MsgType"));
      throw new BadRequest("message.MsgType", shape, "a text: text, image, event …");
    }
    for (String name : new String[] {"ToUserName", "FromUserName", "Event"}) {
      if (message.has(name) && !message.path(name).isTextual()) {
        throw new BadRequest("message." + name, Json.shapeOf(message.path(name)), "a text");
      }
    }
    return new UserMessage(texts, ElementWriter.write(message, "message"));
  }

  String msgType() {
    return texts.getOrDefault("MsgType", "");
  }

  /** Empty for a message that is no event. */
  String event() {
    return isEvent() ? texts.getOrDefault("Event", "") : "";
  }

  /**
   * The whole message, as WeChat would send it.
   *
   * @param now seconds since 1970
   * @param msgId for a message that is no event, and has none of its own
   */
  SentMessage from(String user, OfficialAccount account, long now, long msgId) {
    StringBuilder whole = new StringBuilder();
    if (!texts.containsKey("ToUserName")) {
      whole.append(ElementWriter.text("ToUserName", account.originalId()));
    }
    if (!texts.containsKey("FromUserName")) {
      whole.append(ElementWriter.text("FromUserName", user));
    }
    if (!texts.containsKey("CreateTime")) {
      whole.append(ElementWriter.number("CreateTime", now));
    }
    whole.append(elements);
    if (!isEvent() && !texts.containsKey("MsgId")) {
      whole.append(ElementWriter.number("MsgId", msgId));
    }
    return new SentMessage(
        texts.getOrDefault("ToUserName", account.originalId()),
        texts.getOrDefault("FromUserName", user),
        msgType(),
        event(),
        whole.toString());
  }

  /** Its kind alone: the rest is nothing for logs. */
  @Override
  public String toString() {
    return isEvent() ? "event " + event() : msgType();
  }

  private boolean isEvent() {
    return msgType().equals("event");
  }
}
