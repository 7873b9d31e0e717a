package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpConstants;
import org.apache.hc.client5.http.entity.mime.FileBody;
import org.apache.hc.client5.http.entity.mime.FormBodyPartBuilder;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.FileEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/** The body of a call as the HTTP client takes it: files are read while they are sent. */
final class RequestBody {
  private RequestBody() {}

  static void put(CallBody body, Message request) {
    if (body instanceof CallBody.Bytes bytes) {
      request.setHeader(HttpConstants.CONTENT_TYPE, bytes.contentType());
      request.setBody(bytes.bytes());
    } else if (body instanceof CallBody.Content content) {
      FileEntity file = new FileEntity(content.file().toFile(), null);
      request.setBody(new AsItIs(file, content.contentType()));
    } else if (body instanceof CallBody.Form form) {
      request.setBody(entity(form));
    }
  }

  /**
   * As browsers write it: WeChat reads names in plain UTF-8 and a boundary without quotes, and
   * knows nothing of {@code filename*}.
   */
  private static HttpEntity entity(CallBody.Form form) {
    FileBody file =
        new FileBody(form.file().toFile(), ContentType.create(form.contentType()), form.name());
    String disposition = "form-data; name=\"media\"; filename=\"%s\"".formatted(form.name());
    String boundary = "form-" + UUID.randomUUID();
    HttpEntity entity =
        MultipartEntityBuilder.create()
            .setMode(HttpMultipartMode.LEGACY)
            .setCharset(UTF_8)
            .setBoundary(boundary)
            .addPart(
                FormBodyPartBuilder.create("media", file)
                    .setField("Content-Disposition", disposition)
                    .build())
            .build();
    return new AsItIs(entity, "multipart/form-data; boundary=" + boundary);
  }

  /**
   * With its content type to the letter: the client would write some boundaries in quotes, and a
   * charset that forms don't have.
   */
  private static final class AsItIs extends HttpEntityWrapper {
    private final String contentType;

    AsItIs(HttpEntity entity, String contentType) {
      super(entity);
      this.contentType = contentType;
    }

    @Override
    public @Nullable String getContentType() {
      return contentType.isEmpty() ? null : contentType;
    }
  }
}
