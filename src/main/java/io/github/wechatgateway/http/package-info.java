/** HTTP, from a connection that is accepted to the route for its path, and back. */
@NullMarked
package io.github.wechatgateway.http;

import org.jspecify.annotations.NullMarked;
