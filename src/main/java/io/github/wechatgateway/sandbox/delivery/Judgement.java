package io.github.wechatgateway.sandbox.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What WeChat makes of an answer.
 *
 * @param reply the body in clear; null if it is empty, or can't be opened
 * @param why what is wrong, or what the user does not see; null if all is well
 */
record Judgement(Seen seen, @Nullable String reply, @Nullable String why) {}
