package io.github.wechatgateway.late;

import java.time.Duration;
import java.util.List;

/**
 * How the outbox sends, and how much at a time.
 *
 * @param perAccount answers of one account that are sent at a time, at most 16
 * @param sendTime after which a part that is being sent counts as failed
 * @param delays before the first repeat of a part, before the second, … ; after the last it is
 *     given up
 * @param maxAge of a handler's answer; nobody waits for an older one
 * @param maxWaiting users, in each of 16 shares, whose later answers are held while one waits for
 *     its repeat; those of others may overtake
 */
public record OutboxLimits(
    int perAccount, Duration sendTime, List<Duration> delays, Duration maxAge, int maxWaiting) {}
