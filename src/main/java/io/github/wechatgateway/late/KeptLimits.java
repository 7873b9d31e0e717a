package io.github.wechatgateway.late;

import java.time.Duration;

/**
 * How many kept answers there are, and for how long.
 *
 * @param maxKept answers on disk, as in {@link BrokerLimits}; the oldest go first
 * @param maxAge after which an answer is dropped: files that it names are at WeChat for three days
 * @param maxReads answers that are being read from disk; more are not given this time
 * @param readTime that a message waits for a kept answer; then it goes without
 */
public record KeptLimits(int maxKept, Duration maxAge, int maxReads, Duration readTime) {}
