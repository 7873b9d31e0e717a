package io.github.wechatgateway.wechat.media;

/**
 * A file that WeChat has, for three days: what {@code direct:upload-media} leaves in the body.
 *
 * @param createdAt seconds since 1970, by WeChat's clock
 */
public record UploadedMedia(MediaType type, String mediaId, long createdAt) {}
