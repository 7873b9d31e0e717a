package io.github.wechatgateway.reply;

import java.util.List;

/**
 * An answer as customer-service messages (客服消息).
 *
 * @param bodies what is posted to {@code cgi-bin/message/custom/send}, a call each, in this order:
 *     JSON in UTF-8
 * @param cut whether the answer was longer, and its end is left out
 */
public record CustomerServiceMessages(List<byte[]> bodies, boolean cut) {}
