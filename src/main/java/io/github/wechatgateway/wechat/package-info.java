/**
 * The way out to WeChat's API: calls, their repeats and limits, and the tokens that they need.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/guide/dev/api/">服务端接口调用</a>
 */
@NullMarked
package io.github.wechatgateway.wechat;

import org.jspecify.annotations.NullMarked;
