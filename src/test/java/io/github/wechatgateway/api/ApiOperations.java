package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.util.Map;

/** Each operation of the API by its name in the document, with a request of it that succeeds. */
final class ApiOperations {
  static final String OPENAPI = "GET /api/openapi.json";
  static final String TOKEN = "GET /api/{account}/token";
  static final String TICKET = "GET /api/{account}/jsapi-ticket";
  static final String INVALIDATE = "POST /api/{account}/token/invalidate";
  static final String SEND = "POST /api/{account}/messages";
  static final String DEAD = "GET /api/{account}/dead-letters";
  static final String DELETE = "DELETE /api/{account}/dead-letters/{id}";
  static final String RETRY = "POST /api/{account}/dead-letters/{id}/retry";
  static final String RECORDS = "GET /api/{account}/records";
  static final String UPLOAD = "POST /api/{account}/media";
  static final String DOWNLOAD = "GET /api/{account}/media/{media_id}";
  static final String RELAY = "GET /api/{account}/wechat/{path}";
  static final String RELAY_POST = "POST /api/{account}/wechat/{path}";

  static final String FORM = "multipart/form-data; boundary=b";

  /** Begins as an image does, which is all that anybody looks at. */
  static final byte[] PNG = "\u0089PNG\r\n\u001A\n".getBytes(ISO_8859_1);

  private static final Map<String, String> BODIES =
      Map.of(
          INVALIDATE, "{\"access_token\":\"old\"}",
          SEND, "{\"touser\":\"oSandboxUser1\",\"msgtype\":\"text\",\"text\":{\"content\":\"您好\"}}",
          RELAY_POST, "{\"appid\":\"wxdemo0000000000\"}");

  private ApiOperations() {}

  /** The path for an account, and for the id of what it is about: a file, a dead letter. */
  static String path(String operation, String account, String id) {
    String path = operation.split(" ")[1].replace("{account}", account);
    return switch (operation) {
      case RECORDS -> path + "?user=oSandboxUser1";
      case UPLOAD -> path + "?type=image";
      case DOWNLOAD -> path.replace("{media_id}", id);
      case DELETE, RETRY -> path.replace("{id}", id);
      case RELAY -> path.replace("{path}", "cgi-bin/getcallbackip");
      case RELAY_POST -> path.replace("{path}", "cgi-bin/clear_quota");
      default -> path;
    };
  }

  static byte[] body(String operation) {
    return operation.equals(UPLOAD)
        ? form("a.png", PNG)
        : BODIES.getOrDefault(operation, "").getBytes(UTF_8);
  }

  static HttpResponse<byte[]> send(ApiClient client, String operation, String path, byte[] body) {
    String type = operation.equals(UPLOAD) ? FORM : body.length == 0 ? "" : "application/json";
    return client.send(operation.split(" ")[0], path, type, body);
  }

  /** A form with a file as {@code media}. */
  static byte[] form(String name, byte[] file) {
    String head =
        """
        --b\r
        Content-Disposition: form-data; name="media"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        """
            .formatted(name);
    String form = head + new String(file, ISO_8859_1) + "\r\n--b--\r\n";
    return form.getBytes(ISO_8859_1);
  }
}
