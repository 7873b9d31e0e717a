package io.github.wechatgateway.wechat.media;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
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

  private final AsyncCache<Key, UploadedMedia> uploads;

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
            .buildAsync();
  }

  /** The upload of a file, made if there is none. One that fails is not remembered. */
  CompletionStage<UploadedMedia> get(Key key, Supplier<CompletionStage<UploadedMedia>> upload) {
    return uploads.get(key, (missing, executor) -> upload.get().toCompletableFuture());
  }

  /** Forgets uploads that WeChat does not know any more; says whether there were any. */
  boolean forget(Collection<String> mediaIds) {
    return uploads
        .synchronous()
        .asMap()
        .values()
        .removeIf(upload -> mediaIds.contains(upload.mediaId()));
  }
}
