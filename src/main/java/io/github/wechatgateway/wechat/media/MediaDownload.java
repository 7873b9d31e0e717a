package io.github.wechatgateway.wechat.media;

/**
 * A file that is to be fetched: what {@code direct:download-media} takes as its body, besides the
 * media_id alone.
 *
 * @param jssdk whether it is a voice that JS-SDK recorded, in the quality that it has (speex, 16
 *     kHz)
 */
public record MediaDownload(String mediaId, boolean jssdk) {}
