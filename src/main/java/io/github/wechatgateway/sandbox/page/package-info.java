/** The chat page, and what it is told as it happens. */
@NullMarked
package io.github.wechatgateway.sandbox.page;

import org.jspecify.annotations.NullMarked;
