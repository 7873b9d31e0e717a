package io.github.wechatgateway.late;

import java.time.Duration;

/**
 * How much the embedded broker holds.
 *
 * @param maxMemory bytes of all messages in memory; more are on disk alone
 * @param maxDisk percent of the disk in use, by whomever, above which nothing is taken
 * @param maxWaiting messages of one queue that are on disk alone; more are refused
 * @param maxIds duplicate ids that each queue remembers
 * @param maxKept answers that wait for their user's next message; the oldest go first
 * @param maxDead dead letters; the oldest go first
 * @param deadAge after which a dead letter is gone
 * @param startTime that a start may take, reading the journal included
 * @param stopTime after which a stop is over, whatever the disk does
 * @param firstRestart after which it is started anew when an error of the disk has stopped it; each
 *     further time it takes twice as long
 * @param lastRestart and no longer than that
 */
public record BrokerLimits(
    long maxMemory,
    int maxDisk,
    long maxWaiting,
    int maxIds,
    int maxKept,
    int maxDead,
    Duration deadAge,
    Duration startTime,
    Duration stopTime,
    Duration firstRestart,
    Duration lastRestart) {}
