package io.github.wechatgateway.wechat.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What was uploaded, by its content: the same file of an account goes to WeChat once, however many
 * ask for it, until shortly before WeChat throws it away.
 */
final class Uploads {
  /** An hour less than the three days of WeChat. */
  private static final Duration KEPT = Duration.ofHours(71);

  private final Cache<Key, CompletableFuture<UploadedMedia>> uploads;

  /** A file as WeChat knows it. */
  record Key(String account, MediaType type, String sha256) {}

  /**
   * Remembers nothing yet.
   *
   * @param most of them; if there are more, those go first that are used least
   */
  Uploads(int most, InstantSource clock) {
    this.uploads =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterWrite(KEPT)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /**
   * The upload of a file, made if there is none. One that fails is not remembered.
   *
   * @param upload starts it, without blocking
   */
  CompletionStage<UploadedMedia> get(Key key, Supplier<CompletionStage<UploadedMedia>> upload) {
    CompletableFuture<UploadedMedia> shared =
        uploads.get(key, missing -> upload.get().toCompletableFuture());
    return shared.whenComplete(
        (done, failed) -> {
          if (failed != null) {
            uploads.asMap().remove(key, shared);
          }
        });
  }

  /** Forgets uploads that WeChat does not know any more; says whether there were any. */
  boolean forget(Collection<String> mediaIds) {
    return uploads
        .asMap()
        .values()
        .removeIf(
            upload ->
                upload.isDone()
                    && !upload.isCompletedExceptionally()
                    && mediaIds.contains(upload.join().mediaId()));
  }
}
