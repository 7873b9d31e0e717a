package io.github.wechatgateway.callback;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * A request's body, which nobody has read yet: not a byte of it is taken from the connection before
 * a step asks for it. Then it is read up to a limit, whatever type it says it has.
 */
final class RequestBody {
  private final HttpServerRequest request;
  private final int limit;

  RequestBody(HttpServerRequest request, int limit) {
    this.request = request.pause();
    this.limit = limit;
  }

  /**
   * Reads it. To be called on the event loop, once.
   *
   * @return fails with {@link Refused} where it is too long (at once where the client says so
   *     itself), or as the connection does
   */
  Future<Buffer> read() {
    Promise<Buffer> whole = Promise.promise();
    if (declared() > limit) {
      whole.fail(Refused.tooLarge());
      return whole.future();
    }
    Buffer body = Buffer.buffer();
    request.handler(
        chunk -> {
          if (body.length() + chunk.length() > limit) {
            whole.tryFail(Refused.tooLarge());
          } else if (!whole.future().isComplete()) {
            body.appendBuffer(chunk);
          }
        });
    request.endHandler(end -> whole.tryComplete(body));
    request.exceptionHandler(whole::tryFail);
    request.resume();
    return whole.future();
  }

  /**
   * Throws away what nobody has read. A client that still sends reads our answer only if we go on
   * reading; one that never ends is closed as a slow one.
   */
  void discard() {
    if (!request.isEnded()) {
      request.handler(chunk -> {});
      request.resume();
    }
  }

  private long declared() {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length); // Netty has refused what is no number
  }
}
