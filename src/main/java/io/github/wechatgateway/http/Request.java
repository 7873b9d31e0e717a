package io.github.wechatgateway.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body nobody has read yet: not a byte of it is taken from the connection before a
 * step asks for it. Then it is read up to a limit, whatever type it says it has.
 */
public final class Request {
  private final HttpServerRequest request;

  Request(HttpServerRequest request) {
    this.request = request.pause();
  }

  /** Such as {@code GET}. */
  public String method() {
    return request.method().name();
  }

  /** As it was sent, without the query. */
  public String path() {
    return request.path();
  }

  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  /**
   * Reads the body. To be called on the event loop, once.
   *
   * @param limit bytes
   * @return fails with {@link TooLarge} where it is longer (at once where the client says so
   *     itself), or as the connection does
   */
  public Future<Buffer> read(int limit) {
    Promise<Buffer> whole = Promise.promise();
    if (declared() > limit) {
      whole.fail(new TooLarge());
      return whole.future();
    }
    Buffer body = Buffer.buffer();
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
