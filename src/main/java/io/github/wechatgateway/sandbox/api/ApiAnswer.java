package io.github.wechatgateway.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What a call of the API is answered with. The status is 200 for errors, too. */
@SuppressWarnings("ArrayRecordComponent") // it is written once and compared with nothing
public record ApiAnswer(int status, String contentType, Map<String, String> headers, byte[] body) {

  static ApiAnswer json(JsonNode json) {
    return json(json, "application/json; encoding=utf-8");
  }

  /**
   * Most calls are answered so, with {@code encoding} where other servers write {@code charset};
   * what is said of media files comes as {@code text/plain}.
   */
  static ApiAnswer json(JsonNode json, String contentType) {
    return new ApiAnswer(200, contentType, Map.of(), Json.write(json));
  }

  static ApiAnswer ok() {
    return json(Json.object().put("errcode", 0).put("errmsg", "ok"));
  }

  /** What it brings is nothing for logs. */
  @Override
  public String toString() {
    return status + " " + contentType + ", " + body.length + " bytes";
  }
}
