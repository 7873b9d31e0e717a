/** How WeChat delivers a message, and what it makes of the answer. */
@NullMarked
package io.github.wechatgateway.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
