package io.github.wechatgateway.sandbox.delivery;

import org.jspecify.annotations.Nullable;

/**
 * One of the requests that delivered a message.
 *
 * @param status of the answer; null if there was none
 * @param seconds from the begin of the try to its end
 * @param reply the body that was answered, in clear; null if there was none that can be read
 * @param error why there is no usable answer; null if there is
 */
public record Try(
    @Nullable Integer status, double seconds, @Nullable String reply, @Nullable String error) {}
