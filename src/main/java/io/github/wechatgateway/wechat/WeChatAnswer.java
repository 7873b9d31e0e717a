package io.github.wechatgateway.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/**
 * What WeChat answered: what {@code direct:call-wechat} leaves in the body.
 *
 * @param contentType as WeChat gave it, which is often wrong; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record WeChatAnswer(int status, String contentType, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whatever the content type says; missing where the body is no JSON object. */
  public JsonNode json() {
    try {
      JsonNode json = JSON.readTree(body);
      return json.isObject() ? json : MissingNode.getInstance();
    } catch (IOException noJson) {
      return MissingNode.getInstance();
    }
  }

  /** Not the body, which may hold a token or what a user wrote. */
  @Override
  public String toString() {
    return "%d, %d bytes".formatted(status, body.length);
  }
}
