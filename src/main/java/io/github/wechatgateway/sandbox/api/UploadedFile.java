package io.github.wechatgateway.sandbox.api;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The file in a body of {@code multipart/form-data}: the part {@code media}, which must have a
 * file's name.
 */
@SuppressWarnings("ArrayRecordComponent") // it is read once and compared with nothing
record UploadedFile(String name, byte[] bytes) {
  private static final String PART = "media";

  static UploadedFile read(ApiCall call) throws Refusal {
    // WeChat takes no boundary in quotes, as .NET writes it, and finds no part then.
    if (!call.contentType().toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
        || call.contentType().contains("\"")) {
      throw new Refusal(ErrCode.MEDIA_DATA_MISSING);
    }
    HttpPostMultipartRequestDecoder decoder = null;
    try {
      decoder =
          new HttpPostMultipartRequestDecoder(
              new DefaultHttpDataFactory(false), request(call), StandardCharsets.UTF_8);
      if (decoder.getBodyHttpData(PART) instanceof FileUpload file
          && file.getName().equals(PART)
          && file.isCompleted()) {
        return new UploadedFile(EncodedWords.decode(file.getFilename()), file.get());
      }
    } catch (IOException | RuntimeException e) {
      // Netty throws a dozen kinds for a body that is not what it says.
    } finally {
      if (decoder != null) {
        decoder.destroy();
      }
    }
    throw new Refusal(ErrCode.MEDIA_DATA_MISSING);
  }

  /** Without a dot; empty if there is none. */
  String extension() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  private static DefaultFullHttpRequest request(ApiCall call) {
    var headers = new DefaultHttpHeaders();
    headers.set(HttpHeaderNames.CONTENT_TYPE, call.contentType());
    return new DefaultFullHttpRequest(
        HttpVersion.HTTP_1_1,
        HttpMethod.POST,
        call.path(),
        Unpooled.wrappedBuffer(call.body()),
        headers,
        EmptyHttpHeaders.INSTANCE);
  }
}
