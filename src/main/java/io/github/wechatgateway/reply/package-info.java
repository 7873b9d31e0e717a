/** What the gateway answers: one model for everything that a handler leaves, and its XML. */
@NullMarked
package io.github.wechatgateway.reply;

import org.jspecify.annotations.NullMarked;
