/** What {@code check} looks at: everything around the gateway that it needs. */
@NullMarked
package io.github.wechatgateway.check;

import org.jspecify.annotations.NullMarked;
