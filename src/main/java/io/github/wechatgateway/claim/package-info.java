/** One message, one handling, one answer, however many copies of it come. */
@NullMarked
package io.github.wechatgateway.claim;

import org.jspecify.annotations.NullMarked;
