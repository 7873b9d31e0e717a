/** Threads for what blocks: few, and in fair shares. */
@NullMarked
package io.github.wechatgateway.thread;

import org.jspecify.annotations.NullMarked;
