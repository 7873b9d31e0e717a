package io.github.wechatgateway.wechat.media;

import java.util.Set;

/**
 * What a media file of one type may be.
 *
 * @param maxBytes of the file
 */
public record MediaLimit(Set<MediaFormat> formats, int maxBytes) {}
