/** The late path: what waits on disk until it is handled or sent. */
@NullMarked
package io.github.wechatgateway.late;

import org.jspecify.annotations.NullMarked;
