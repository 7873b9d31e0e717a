package io.github.wechatgateway.wechat.send;

import io.github.wechatgateway.reply.Reply;

/**
 * A reply and whom it is for.
 *
 * @param kfAccount the agent in whose name it is sent, or empty
 */
record ReplyTo(String account, String user, String kfAccount, Reply reply) {}
