/** What users are sent without having asked: customer-service messages (客服消息). */
@NullMarked
package io.github.wechatgateway.wechat.send;

import org.jspecify.annotations.NullMarked;
