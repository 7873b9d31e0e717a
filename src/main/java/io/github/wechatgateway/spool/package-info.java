/** Files that are here only while they pass through. */
@NullMarked
package io.github.wechatgateway.spool;

import org.jspecify.annotations.NullMarked;
