/** What operators see: counters and log lines. */
@NullMarked
package io.github.wechatgateway.observe;

import org.jspecify.annotations.NullMarked;
