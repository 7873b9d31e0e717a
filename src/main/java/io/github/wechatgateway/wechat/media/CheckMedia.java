package io.github.wechatgateway.wechat.media;

import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.CallBody;
import io.github.wechatgateway.wechat.WeChatCall;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;

/**
 * Looks at the file in the body, on a thread of its own, and makes the call of its upload: of a
 * {@link MediaUpload}, or of {@code {"type": "image", "file": "config/replies/welcome.jpg"}}.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia.html">新增临时素材</a>
 */
final class CheckMedia implements AsyncStep.Work {
  /** The property with the type, for whoever reads the answer. */
  static final String TYPE = "wechatMediaType";

  private final MediaCheck check;
  private final MediaFolders folders;
  private final Executor threads;

  CheckMedia(MediaCheck check, MediaFolders folders, Executor threads) {
    this.check = check;
    this.folders = folders;
    this.threads = threads;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) {
    String account = exchange.getProperty("wechatAccount", String.class);
    Object body = exchange.getMessage().getBody();
    return checked(
            () -> {
              MediaUpload upload = upload(body);
              MediaFile file = check.check(upload.type(), upload.name(), upload.file());
              exchange.setProperty(TYPE, upload.type());
              String contentType = file.format().contentType();
              return WeChatCall.upload(
                  account,
                  "/cgi-bin/media/upload",
                  "type=" + upload.type(),
                  new CallBody.Form(file.name(), contentType, upload.file()));
            })
        .thenAccept(exchange.getMessage()::setBody);
  }

  private MediaUpload upload(Object body) throws BadMedia {
    if (body instanceof MediaUpload upload) {
      return upload;
    } else if (body instanceof Map<?, ?> map) {
      String name = Objects.toString(map.get("file"), "");
      MediaType type = MediaType.of(Objects.toString(map.get("type"), ""));
      return new MediaUpload(type, name, folders.file(name));
    }
    throw BadMedia.wrong("body", "something else", "{\"type\": \"image\", \"file\": \"…\"}");
  }

  private <T> CompletionStage<T> checked(Checked<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            result.complete(work.get());
          } catch (BadMedia | IOException | RuntimeException failed) {
            result.completeExceptionally(failed);
          }
        });
    return result;
  }

  private interface Checked<T> {
    T get() throws BadMedia, IOException;
  }
}
