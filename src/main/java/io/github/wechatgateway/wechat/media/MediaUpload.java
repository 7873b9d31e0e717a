package io.github.wechatgateway.wechat.media;

import java.nio.file.Path;

/**
 * A file that is to be uploaded: what {@code direct:upload-media} takes as its body.
 *
 * @param name as whoever brings it calls it; may be empty
 */
public record MediaUpload(MediaType type, String name, Path file) {}
