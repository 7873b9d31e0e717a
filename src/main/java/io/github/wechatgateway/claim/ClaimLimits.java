package io.github.wechatgateway.claim;

/**
 * How many handlers run, and for how long; config/application.properties says what each means.
 *
 * @param budget milliseconds
 * @param maxTime seconds
 * @param maxMemory percent of the heap that may be in use after a garbage collection
 * @param typing how often a user is shown that his late answer is being written
 */
public record ClaimLimits(
    int budget,
    int maxRunning,
    int threads,
    int maxTime,
    int maxMemory,
    int maxAnswers,
    int typing) {}
