package io.github.wechatgateway.http;

import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.WriteStream;
import java.util.Locale;
import java.util.Objects;

/** The form of a request that brings one file. Vert.x reads it; all but the file is dropped. */
final class Form {
  /** Bytes that a form may have around its file. */
  static final int AROUND = 64 * 1024;

  private final String part;
  private final WriteStream<Buffer> to;
  private final long limit;
  private final Promise<String> name = Promise.promise();
  private boolean found;
  private long read;

  private Form(String part, WriteStream<Buffer> to, int limit) {
    this.part = part;
    this.to = new Limited(to, limit);
    this.limit = (long) limit + AROUND;
  }

  static boolean isForm(HttpServerRequest request) {
    String type = Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_TYPE), "");
    return type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  /** Reads it from its beginning. */
  static Future<String> read(
      HttpServerRequest request, String part, WriteStream<Buffer> to, int limit) {
    Form form = new Form(part, to, limit);
    try {
      request.setExpectMultipart(true);
    } catch (RuntimeException noBoundary) {
      form.fail(noBoundary);
      return form.name.future();
    }
    request.uploadHandler(form::take);
    request.handler(form::count);
    request.endHandler(end -> form.end());
    request.exceptionHandler(form::fail);
    request.resume();
    return form.name.future();
  }

  private void take(HttpServerFileUpload upload) {
    if (found || !upload.name().equals(part)) {
      upload.handler(dropped -> {});
      return;
    }
    found = true;
    upload
        .pipeTo(to)
        .onSuccess(written -> name.tryComplete(Objects.requireNonNullElse(upload.filename(), "")))
        .onFailure(name::tryFail);
  }

  private void count(Buffer chunk) {
    read += chunk.length();
    if (read > limit) {
      name.tryFail(new TooLarge());
    }
  }

  private void end() {
    if (!found) {
      to.end();
      name.tryFail(new NoForm("no part of that name with a file", "a form with a file as " + part));
    }
  }

  private void fail(Throwable cause) {
    to.end();
    name.tryFail(
        cause instanceof ErrorDataDecoderException || cause instanceof IllegalStateException
            ? new NoForm("a form that can't be read", "multipart/form-data")
            : cause);
  }
}
