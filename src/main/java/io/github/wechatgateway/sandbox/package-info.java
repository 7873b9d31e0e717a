/** A stand-in for the WeChat platform, with which everything can be tried without an account. */
@NullMarked
package io.github.wechatgateway.sandbox;

import org.jspecify.annotations.NullMarked;
