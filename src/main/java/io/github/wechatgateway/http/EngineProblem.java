package io.github.wechatgateway.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * Why no route gets a request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
enum EngineProblem {
  NO_PATH(404, "path: unknown"),
  NO_METHOD(405, "method: not for this path (expected: one that Allow names)"),
  STOPPING(503, "the gateway is stopping");

  private final int status;
  private final String detail;

  EngineProblem(int status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  Future<Void> answer(HttpServerResponse response) {
    JsonObject problem =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status)
            .put("detail", detail);
    return response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(problem.toBuffer());
  }
}
