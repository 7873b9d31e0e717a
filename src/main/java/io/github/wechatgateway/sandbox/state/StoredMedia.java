package io.github.wechatgateway.sandbox.state;

import java.time.Instant;

/** A media file that the platform has, for its account alone. */
public final class StoredMedia {
  private final String mediaId;
  private final OfficialAccount account;
  private final MediaType type;
  private final MediaFormat format;
  private final byte[] bytes;
  private final Instant createdAt;

  StoredMedia(
      String mediaId,
      OfficialAccount account,
      MediaType type,
      MediaFormat format,
      byte[] bytes,
      Instant createdAt) {
    this.mediaId = mediaId;
    this.account = account;
    this.type = type;
    this.format = format;
    this.bytes = bytes.clone();
    this.createdAt = createdAt;
  }

  public String mediaId() {
    return mediaId;
  }

  public OfficialAccount account() {
    return account;
  }

  public MediaType type() {
    return type;
  }

  public MediaFormat format() {
    return format;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** What a browser saves it as. */
  public String fileName() {
    return mediaId + "." + format.extension();
  }

  /** With something for what is around it, so that many empty files don't count as nothing. */
  long weight() {
    return bytes.length + 1024L;
  }
}
