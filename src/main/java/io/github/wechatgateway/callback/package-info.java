/** The door: from WeChat's request to a proved and opened message, and back. */
@NullMarked
package io.github.wechatgateway.callback;

import org.jspecify.annotations.NullMarked;
