package io.github.wechatgateway.http;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.WriteStream;
import java.util.Objects;

/** The form of a request that brings one file. Vert.x reads it; all but the file is dropped. */
final class Form {
  /** Bytes that a form may have around its file. */
  static final int AROUND = 64 * 1024;

  private final HttpServerRequest request;
  private final String part;
  private final WriteStream<Buffer> to;
  private final long limit;
  private final Promise<String> name = Promise.promise();
  private boolean found;
  private boolean whole;
  private long read;

  private Form(HttpServerRequest request, String part, WriteStream<Buffer> to, int limit) {
    this.request = request;
    this.part = part;
    this.to = new Limited(to, limit);
    this.limit = (long) limit + AROUND;
  }

  static boolean isForm(HttpServerRequest request) {
    String type = Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_TYPE), "");
    return type.split(";", 2)[0].strip().equalsIgnoreCase("multipart/form-data");
  }

  /** Reads it from its beginning. */
  static Future<String> read(
      HttpServerRequest request, String part, WriteStream<Buffer> to, int limit) {
    Form form = new Form(request, part, to, limit);
    try {
      request.setExpectMultipart(true);
    } catch (RuntimeException noBoundary) {
      form.fail(unreadable());
      return form.name.future();
    }
    request.uploadHandler(form::take);
    request.handler(form::count);
    request.endHandler(end -> form.end());
    request.exceptionHandler(
        cause -> form.fail(cause instanceof DecoderException ? unreadable() : cause));
    request.resume();
    return form.name.future();
  }

  private void take(HttpServerFileUpload upload) {
    if (found || !upload.name().equals(part)) {
      upload.handler(dropped -> {});
      return;
    }
    found = true;
    upload.handler(this::write);
    upload.endHandler(end -> succeed(Objects.requireNonNullElse(upload.filename(), "")));
  }

  /** It is the request that waits for the disk: a file that waited might end after its request. */
  private void write(Buffer bytes) {
    to.write(bytes).onFailure(this::fail);
    if (to.writeQueueFull()) {
      request.pause();
      to.drainHandler(drained -> request.resume());
    }
  }

  private void count(Buffer chunk) {
    read += chunk.length();
    if (read > limit) {
      fail(new TooLarge());
    }
  }

  private void succeed(String fileName) {
    whole = true;
    request.resume();
    to.end().onSuccess(written -> name.tryComplete(fileName)).onFailure(name::tryFail);
  }

  private void end() {
    if (!found) {
      fail(new NoForm("no part of that name with a file", "a form with a file as " + part));
    } else if (!whole) {
      fail(new NoForm("a form that ends too early", "its last boundary"));
    }
  }

  /** Told at once: the end of a file that is too long may come before it is closed. */
  private void fail(Throwable cause) {
    name.tryFail(cause);
    to.end();
  }

  private static NoForm unreadable() {
    return new NoForm("a form that can't be read", "multipart/form-data");
  }
}
