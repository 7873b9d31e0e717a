package io.github.wechatgateway.wechat.media;

/**
 * A file that WeChat will take.
 *
 * @param name as the upload tells it, with an extension
 * @param length bytes
 * @param sha256 of the content, in hex: the same file is the same, whatever its name
 */
public record MediaFile(
    MediaType type, MediaFormat format, String name, long length, String sha256) {}
