/** What api.weixin.qq.com answers. */
@NullMarked
package io.github.wechatgateway.sandbox.api;

import org.jspecify.annotations.NullMarked;
