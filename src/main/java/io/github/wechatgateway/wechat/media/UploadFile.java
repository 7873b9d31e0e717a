package io.github.wechatgateway.wechat.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.wechatgateway.step.AsyncStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.support.DefaultExchange;

/** Uploads a file of ours through {@code direct:upload-media}, unless WeChat has it. */
final class UploadFile {
  private final CamelContext context;
  private final AsyncProcessor uploadMedia;
  private final MediaCheck check;
  private final MediaFolders folders;
  private final Uploads uploads;
  private final Executor threads;
  private final Cache<Version, MediaFile> checked;

  /** A file as it was when it was looked at: only one that has changed is read again. */
  private record Version(MediaType type, Path file, long bytes, FileTime modified) {}

  /**
   * With the steps of its own.
   *
   * @param most files whose content is remembered; if there are more, some are read again
   */
  UploadFile(
      CamelContext context,
      AsyncProcessor uploadMedia,
      MediaCheck check,
      MediaFolders folders,
      Uploads uploads,
      Executor threads,
      int most) {
    this.context = context;
    this.uploadMedia = uploadMedia;
    this.check = check;
    this.folders = folders;
    this.uploads = uploads;
    this.threads = threads;
    this.checked = Caffeine.newBuilder().maximumSize(most).build();
  }

  /**
   * The id by which WeChat knows a file.
   *
   * @param name its path, from the working folder
   * @return fails with {@link BadMedia} or a WeChatRefusal
   */
  CompletionStage<String> mediaId(String account, MediaType type, String name) {
    CompletableFuture<UploadedMedia> uploaded = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            Path file = folders.file(name);
            MediaFile media = checked(type, name, file);
            Uploads.Key key = new Uploads.Key(account, type, media.sha256());
            uploads
                .get(key, () -> upload(account, new MediaUpload(type, name, file)))
                .whenComplete(
                    (done, failed) -> {
                      if (failed == null) {
                        uploaded.complete(done);
                      } else {
                        uploaded.completeExceptionally(AsyncStep.cause(failed));
                      }
                    });
          } catch (BadMedia | IOException | RuntimeException failed) {
            uploaded.completeExceptionally(failed);
          }
        });
    return uploaded.thenApply(UploadedMedia::mediaId);
  }

  /**
   * Looks at a file, and uploads nothing.
   *
   * @return what stands for its id; fails with {@link BadMedia}
   */
  CompletionStage<String> check(MediaType type, String name) {
    CompletableFuture<String> checked = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            checked.complete(checked(type, name, folders.file(name)).sha256());
          } catch (BadMedia | IOException | RuntimeException failed) {
            checked.completeExceptionally(failed);
          }
        });
    return checked;
  }

  private MediaFile checked(MediaType type, String name, Path file) throws BadMedia, IOException {
    Version version = new Version(type, file, Files.size(file), Files.getLastModifiedTime(file));
    MediaFile media = checked.getIfPresent(version);
    if (media == null) {
      media = check.check(type, name, file);
      checked.put(version, media);
    }
    return media;
  }

  boolean forget(Collection<String> mediaIds) {
    return uploads.forget(mediaIds);
  }

  private CompletionStage<UploadedMedia> upload(String account, MediaUpload upload) {
    Exchange exchange = new DefaultExchange(context, ExchangePattern.InOut);
    exchange.setProperty("wechatAccount", account);
    exchange.getMessage().setBody(upload);
    CompletableFuture<UploadedMedia> uploaded = new CompletableFuture<>();
    uploadMedia.process(
        exchange,
        sync -> {
          if (exchange.getException() == null) {
            uploaded.complete(exchange.getMessage().getBody(UploadedMedia.class));
          } else {
            uploaded.completeExceptionally(exchange.getException());
          }
        });
    return uploaded;
  }
}
