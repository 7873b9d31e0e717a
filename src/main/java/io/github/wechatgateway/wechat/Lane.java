package io.github.wechatgateway.wechat;

/**
 * One of the two ways that calls take, with threads and connections of its own: whoever moves files
 * does not stop the messages.
 */
record Lane(SendRequest request, CallPool pool) {}
