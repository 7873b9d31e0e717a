/** Settings and route files, and everything that can be wrong with them. */
@NullMarked
package io.github.wechatgateway.config;

import org.jspecify.annotations.NullMarked;
