package io.github.wechatgateway.late;

import java.time.Duration;

/**
 * How much is put at a time.
 *
 * @param most messages on their way to the disk; more are refused
 * @param time that one may take to get there; then it is not known whether it did
 * @param reconnect between two tries to connect to the broker
 */
public record PutLimits(int most, Duration time, Duration reconnect) {}
