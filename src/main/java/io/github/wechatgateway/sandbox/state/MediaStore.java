package io.github.wechatgateway.sandbox.state;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The temporary media files (临时素材), those that accounts upload and those that users send.
 *
 * <p>They are kept for three days. When they are too large together the oldest go first.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia.html">新增临时素材</a>
 */
public final class MediaStore {
  private static final Duration KEPT = Duration.ofDays(3);
  private static final int ID_LENGTH = 64;

  private final long maxBytes;
  private final InstantSource clock;
  private final Map<String, StoredMedia> byId = new LinkedHashMap<>();
  private long weight;

  public MediaStore(long maxBytes, InstantSource clock) {
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** Keeps a file, whoever it comes from. */
  public synchronized StoredMedia put(
      OfficialAccount account, MediaType type, MediaFormat format, byte[] bytes) {
    var media =
        new StoredMedia(RandomText.of(ID_LENGTH), account, type, format, bytes, clock.instant());
    byId.put(media.mediaId(), media);
    weight += media.weight();
    makeRoom();
    return media;
  }

  /** A file of this account. */
  public Optional<StoredMedia> find(OfficialAccount account, String mediaId) {
    return file(mediaId).filter(media -> media.account().equals(account));
  }

  /** A file of any account. */
  public synchronized Optional<StoredMedia> file(String mediaId) {
    makeRoom();
    return Optional.ofNullable(byId.get(mediaId));
  }

  private void makeRoom() {
    var end = clock.instant().minus(KEPT);
    Iterator<StoredMedia> oldest = byId.values().iterator();
    while (oldest.hasNext()) {
      StoredMedia media = oldest.next();
      if (weight <= maxBytes && media.createdAt().isAfter(end)) {
        return;
      }
      weight -= media.weight();
      oldest.remove();
    }
  }
}
