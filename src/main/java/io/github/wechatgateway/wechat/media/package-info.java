/** Files of pictures, sound and film (素材) that go to WeChat and come from there. */
@NullMarked
package io.github.wechatgateway.wechat.media;

import org.jspecify.annotations.NullMarked;
