package io.github.wechatgateway.callback;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads a request's body up to a limit, whatever type it says it has. What lies behind the limit is
 * thrown away.
 */
final class RequestBody {
  private RequestBody() {}

  /**
   * Fails with {@link TooLarge}, at once where the client declares its length, or as the connection
   * does.
   */
  static Future<Buffer> of(HttpServerRequest request, int limit) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    if (declared(request) > limit) {
      whole.fail(new TooLarge());
    }
    request.handler(
        chunk -> {
          if (body.length() + chunk.length() > limit) {
            whole.tryFail(new TooLarge());
          } else if (!whole.future().isComplete()) {
            body.appendBuffer(chunk);
          }
        });
    request.endHandler(end -> whole.tryComplete(body));
    request.exceptionHandler(whole::tryFail);
    return whole.future();
  }

  private static long declared(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length); // Netty has refused what is no number
  }

  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("body: too large", null, false, false);
    }
  }
}
