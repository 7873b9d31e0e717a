/** What steps of routes have in common. */
@NullMarked
package io.github.wechatgateway.step;

import org.jspecify.annotations.NullMarked;
