package io.github.wechatgateway.wechat.send;

/**
 * What became of an answer: what {@code direct:send-message} leaves in {@code wechatSent}.
 *
 * @param messages that WeChat took
 * @param cut whether the answer was longer than wechat.reply.max-parts of them, and its end was not
 *     sent
 */
public record Sent(int messages, boolean cut) {}
