/** The gateway's own API, for the organisation's other programs. */
@NullMarked
package io.github.wechatgateway.api;

import org.jspecify.annotations.NullMarked;
