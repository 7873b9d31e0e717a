/** What became of each message of the last time: for who asks why a user saw what he saw. */
@NullMarked
package io.github.wechatgateway.record;

import org.jspecify.annotations.NullMarked;
