/** What WeChat sends: messages and events, as records over the elements of their XML. */
@NullMarked
package io.github.wechatgateway.message;

import org.jspecify.annotations.NullMarked;
