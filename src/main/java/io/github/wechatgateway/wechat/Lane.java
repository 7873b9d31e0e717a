package io.github.wechatgateway.wechat;

import io.github.wechatgateway.thread.SharedThreads;
import java.time.Duration;

/**
 * One of the two ways that calls take, with threads and connections of its own: whoever moves files
 * does not stop the messages.
 *
 * @param maxWait after which a call is not tried again, nor for the first time
 */
record Lane(SendRequest request, SharedThreads threads, Duration maxWait) {}
