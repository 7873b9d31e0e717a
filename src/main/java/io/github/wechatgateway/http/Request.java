package io.github.wechatgateway.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body nobody has read yet: not a byte of it is taken from the connection before a
 * step asks for it. Then it is read up to a limit, whatever type it says it has.
 */
public final class Request {
  private final HttpServerRequest request;
  private final SlowClients.Patience patience;

  Request(HttpServerRequest request, SlowClients.Patience patience) {
    this.request = request.pause();
    this.patience = patience;
  }

  /**
   * Gives the client so many seconds from now, in place of the usual time-out, to send the rest and
   * to read the answer. To be called on the event loop.
   */
  public void allow(int seconds) {
    patience.until(seconds);
  }

  /** Such as {@code GET}. */
  public String method() {
    return request.method().name();
  }

  /** As it was sent, without the query. */
  public String path() {
    return request.path();
  }

  /** As it was sent. */
  public @Nullable String query() {
    return request.query();
  }

  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  /** How long the body is, in bytes; empty for one in chunks, which only its end tells. */
  public OptionalLong declaredLength() {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null) {
      return OptionalLong.of(Long.parseLong(length)); // Netty has refused what is no number
    }
    boolean chunked = request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    return chunked ? OptionalLong.empty() : OptionalLong.of(0);
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
    if (declaredLength().orElse(0) > limit) {
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
    begin();
    request.resume();
    return whole.future();
  }

  /**
   * Writes the body into a file, no faster than the disk takes it. To be called on the event loop,
   * once.
   *
   * @param limit bytes
   * @return fails as {@link #read} does, or as the disk does
   */
  public Future<Void> save(Vertx vertx, Path to, int limit) {
    if (declaredLength().orElse(0) > limit) {
      return Future.failedFuture(new TooLarge());
    }
    return open(vertx, to)
        .compose(
            file -> {
              begin();
              return request.pipeTo(new Limited(file, limit));
            });
  }

  /**
   * Writes the file of a form into one of ours, and drops all else. To be called on the event loop,
   * once.
   *
   * @param part the name of the form's part
   * @param limit bytes of the file
   * @return the file's name as the client gave it, perhaps empty; fails with {@link NoForm} where
   *     there is no such part, or as {@link #save} does
   */
  public Future<String> form(Vertx vertx, String part, Path to, int limit) {
    if (!Form.isForm(request)) {
      return Future.failedFuture(new NoForm("of another type", "multipart/form-data"));
    } else if (declaredLength().orElse(0) > (long) limit + Form.AROUND) {
      return Future.failedFuture(new TooLarge());
    }
    return open(vertx, to)
        .compose(
            file -> {
              begin();
              return Form.read(request, part, file, limit);
            });
  }

  /** Tells a client that asked whether it should go on: RFC 9110, 10.1.1. */
  private void begin() {
    boolean asked = "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    if (asked && request.version() != HttpVersion.HTTP_1_0) {
      request.response().writeContinue();
    }
  }

  /** A client that went in the meantime tells nobody again that it did. */
  private Future<AsyncFile> open(Vertx vertx, Path file) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setTruncateExisting(true))
        .compose(
            opened ->
                request.response().closed()
                    ? opened
                        .close()
                        .transform(closed -> Future.failedFuture(new HttpClosedException("gone")))
                    : Future.succeededFuture(opened));
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
}
